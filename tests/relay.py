"""A real SMTP server on loopback that keeps what it takes, and can fail on purpose anywhere."""

import base64
import socketserver
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from socket import SHUT_RDWR, socket
from threading import Event, Thread

DROP = "drop"  # hang up instead of an answer
VANISH = "vanish"  # take the message, then hang up instead of saying so
YES = "250 2.0.0 Ok"


@dataclass(frozen=True)
class Arrived:
    sender: str
    recipient: str
    content: bytes

    @property
    def message(self) -> EmailMessage:
        parsed = message_from_bytes(self.content, policy=default)
        assert isinstance(parsed, EmailMessage)
        return parsed

    @property
    def message_id(self) -> str:
        return str(self.message["Message-ID"])


@dataclass
class Relay:
    """script: answers to give instead of yes, by stage (connect, ehlo, auth, …), each once."""

    port: int = 0
    arrived: list[Arrived] = field(default_factory=list)
    connections: int = 0
    password: str | None = None
    script: dict[str, deque[str]] = field(default_factory=lambda: defaultdict(deque))
    released: Event = field(default_factory=Event)
    open_sockets: set[socket] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"mailto://127.0.0.1:{self.port}"

    def answer(self, stage: str, *answers: str) -> None:
        self.script[stage].extend(answers)

    def hang_up_on_all(self) -> None:
        """As a relay that is killed: whatever is underway gets no answer."""
        for one in list(self.open_sockets):
            with suppress(OSError):
                one.shutdown(SHUT_RDWR)

    def next_answer(self, stage: str) -> str | None:
        return self.script[stage].popleft() if self.script[stage] else None

    @property
    def copies(self) -> Counter[str]:
        return Counter(one.message_id for one in self.arrived)


class HangUpError(Exception):
    pass


class Conversation(socketserver.StreamRequestHandler):
    server: "Server"

    def handle(self) -> None:
        self.relay = self.server.relay
        self.relay.connections += 1
        self.relay.open_sockets.add(self.connection)
        self.sender = self.recipient = ""
        try:
            self._say("connect", "220 relay ESMTP")
            while line := self.rfile.readline():
                self._hear(line.decode("utf-8").rstrip("\r\n"))
        except (HangUpError, OSError):
            self.connection.close()

    def finish(self) -> None:
        self.relay.open_sockets.discard(self.connection)
        with suppress(OSError):
            super().finish()

    def _say(self, stage: str, usual: str) -> str:
        said = self.relay.next_answer(stage) or usual
        if said in {DROP, VANISH}:
            raise HangUpError
        self.wfile.write(said.replace("\n", "\r\n").encode() + b"\r\n")
        return said

    def _hear(self, line: str) -> None:
        verb, _, rest = line.partition(" ")
        match verb.upper():
            case "EHLO":
                login = "250-AUTH PLAIN\n" if self.relay.password else ""
                self._say("ehlo", f"250-relay\n{login}250 8BITMIME")
            case "AUTH":
                self._say(
                    "auth", "235 2.7.0 Ok" if self._knows(rest) else "535 5.7.8 Wrong password"
                )
            case "MAIL":
                self.sender = rest.partition(":<")[2].partition(">")[0]
                self._say("mail", YES)
            case "RCPT":
                self.recipient = rest.partition(":<")[2].rpartition(">")[0]
                self._say("rcpt", YES)
            case "DATA":
                if self._say("data", "354 Go on").startswith("354"):
                    self._take()
            case "QUIT":
                self._say("quit", "221 Bye")
                raise HangUpError
            case _:
                self._say("other", YES)

    def _knows(self, rest: str) -> bool:
        login = base64.b64decode(rest.partition(" ")[2]).decode().split("\0")
        return login[-1] == self.relay.password

    def _take(self) -> None:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise HangUpError
            lines.append(line[1:] if line.startswith(b"..") else line)
        answer = self.relay.script["content"][0] if self.relay.script["content"] else YES
        if answer.startswith("2") or answer == VANISH:
            self.relay.arrived.append(Arrived(self.sender, self.recipient, b"".join(lines)))
        self._say("content", YES)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    relay: Relay


@contextmanager
def running(relay: Relay | None = None) -> Iterator[Relay]:
    """On a port of its own, or on the port that `relay` had before."""
    relay = relay or Relay()
    with Server(("127.0.0.1", relay.port), Conversation) as server:
        server.relay = relay
        relay.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield relay
        finally:
            server.shutdown()
            thread.join()
