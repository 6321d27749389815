"""An SMTP sink that answers at once, or after a set time: `python fast_sink.py PORT DELAY`."""

import asyncio
import contextlib
import socket
import sys

EHLO = b"250-sink\r\n250-8BITMIME\r\n250 SIZE 33554432\r\n"


class Sink(asyncio.Protocol):
    delay = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport, self.heard, self.in_data = transport, b"", False
        self.answer(b"220 sink\r\n")

    def data_received(self, data: bytes) -> None:
        # A delayed acknowledgement would be measured as ours.
        self.transport.get_extra_info("socket").setsockopt(
            socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1
        )
        self.heard += data
        while self.hear_one():
            pass

    def hear_one(self) -> bool:
        end = b"\r\n.\r\n" if self.in_data else b"\r\n"
        line, found, rest = self.heard.partition(end)
        if not found:
            return False
        self.heard = rest
        self.reply(line[:4].upper())
        return True

    def reply(self, verb: bytes) -> None:
        if self.in_data:
            self.in_data = False
            self.answer(b"250 Ok\r\n")
        elif verb == b"DATA":
            self.in_data = True
            self.answer(b"354 Go on\r\n")
        else:
            self.answer({b"EHLO": EHLO, b"QUIT": b"221 Bye\r\n"}.get(verb, b"250 Ok\r\n"))

    def answer(self, words: bytes) -> None:
        if self.delay:
            asyncio.get_running_loop().call_later(self.delay, self.transport.write, words)
        else:
            self.transport.write(words)


async def serve(port: int, delay: float) -> None:
    Sink.delay = delay
    server = await asyncio.get_running_loop().create_server(Sink, "127.0.0.1", port)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(int(sys.argv[1]), float(sys.argv[2])))
