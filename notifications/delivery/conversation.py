"""One SMTP conversation that is kept open: our stored bytes, one recipient at a time."""

import re
import smtplib
import ssl
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from notifications.delivery.outcome import Outcome, Parcel, Result, Stage

Guard = Callable[[], bool]
TEXT_KEPT = 200
SERVICE_CLOSING = 421  # RFC 5321, 3.8: the relay hangs up, whatever was asked
PROCEED = 354
DOTTED = re.compile(rb"(?m)^\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayAccess:
    host: str
    port: int
    security: str
    verify: bool
    user: str | None
    password: str | None
    command_seconds: float
    data_seconds: float


class RelayRefusedError(Exception):
    """The relay itself says no, before any recipient was named: nobody is charged for it."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.in_short)
        self.outcome = outcome


class Conversation:
    def __init__(self, access: RelayAccess) -> None:
        self.access = access
        self._smtp: smtplib.SMTP | None = None
        self._stage: Stage = "connect"

    def carry(self, parcel: Parcel, guard: Guard) -> Outcome:
        """Hands one message over. `guard` is asked just before DATA, and may say no.

        A 5xx reply to RCPT or to the content is permanent (RFC 5321, 4.2.1); whatever happens
        up to MAIL is the relay's fault, not the recipient's.
        """
        try:
            smtp = self._greeted(parcel.sender)
            return self._address_and_send(smtp, parcel, guard)
        except RelayRefusedError as refused:
            return refused.outcome
        except (OSError, smtplib.SMTPException, ValueError) as error:
            self.hang_up()
            return Outcome(_when_broken(self._stage), self._stage, text=_words(error))

    def close(self) -> None:
        """Says goodbye."""
        if self._smtp is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._smtp.quit()
        self.hang_up()

    def hang_up(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
        self._smtp = None

    def _greeted(self, sender: str) -> smtplib.SMTP:
        """A session that has taken MAIL; one that was kept may have died since, so try anew."""
        if self._smtp is not None:
            with suppress(OSError, smtplib.SMTPException, RelayRefusedError):
                return self._mail(self._smtp, sender)
            self.hang_up()
        self._smtp = self._open()
        return self._mail(self._smtp, sender)

    def _mail(self, smtp: smtplib.SMTP, sender: str) -> smtplib.SMTP:
        self._stage = "mail"
        # As it stands: the library would take an address apart and put it together again.
        self._expect_yes(smtp.docmd("MAIL", f"FROM:<{sender}>"))
        return smtp

    def _open(self) -> smtplib.SMTP:
        self._stage = "connect"
        access = self.access
        kind = smtplib.SMTP if access.security != "ssl" else _over_tls(access.verify)
        smtp = kind(timeout=access.command_seconds)
        smtp._host = access.host  # type: ignore[attr-defined] # noqa: SLF001 - TLS checks this name
        self._smtp = smtp
        self._expect_yes(smtp.connect(access.host, access.port))
        self._introduce(smtp)
        return smtp

    def _introduce(self, smtp: smtplib.SMTP) -> None:
        self._stage = "ehlo"
        smtp.ehlo_or_helo_if_needed()
        if self.access.security == "starttls":
            self._stage = "tls"
            smtp.starttls(context=_tls_context(self.access.verify))
            smtp.ehlo_or_helo_if_needed()
        if self.access.user and self.access.password:
            self._stage = "auth"
            self._log_in(smtp, self.access.user, self.access.password)

    def _log_in(self, smtp: smtplib.SMTP, user: str, password: str) -> None:
        if "PLAIN" in smtp.esmtp_features.get("auth", "").upper().split():
            # The library's own way knows no å, ä or ö; RFC 4616 wants UTF-8.
            secret = b64encode(f"\0{user}\0{password}".encode()).decode("ascii")
            self._expect_yes(smtp.docmd("AUTH", f"PLAIN {secret}"))
            return
        try:
            smtp.login(user, password)
        except smtplib.SMTPAuthenticationError as error:
            self._expect_yes((error.smtp_code, _bytes(error.smtp_error)))

    def _expect_yes(self, reply: tuple[int, bytes]) -> None:
        code, text = reply
        if not _is_yes(code):
            self.hang_up()
            raise RelayRefusedError(Outcome("relay", self._stage, code, _shown(text)))

    def _address_and_send(self, smtp: smtplib.SMTP, parcel: Parcel, guard: Guard) -> Outcome:
        self._stage = "rcpt"
        code, text = smtp.docmd("RCPT", f"TO:<{parcel.recipient}>")
        if not _is_yes(code):
            return self._refused(smtp, code, text)
        if not guard():
            smtp.rset()
            return Outcome("lost", "rcpt")
        self._stage = "data"
        code, text = smtp.docmd("data")
        if code != PROCEED:
            return self._refused(smtp, code, text)
        return self._send_content(smtp, parcel.content)

    def _send_content(self, smtp: smtplib.SMTP, content: bytes) -> Outcome:
        self._stage = "content"
        assert smtp.sock is not None  # noqa: S101 - connected
        smtp.sock.settimeout(self.access.data_seconds)
        smtp.send(DOTTED.sub(b"..", content) + b".\r\n")
        code, text = smtp.getreply()
        if not _is_yes(code):
            return self._refused(smtp, code, text)
        smtp.sock.settimeout(self.access.command_seconds)
        return Outcome("sent", "content", code, _shown(text))

    def _refused(self, smtp: smtplib.SMTP, code: int, text: bytes) -> Outcome:
        if code in {SERVICE_CLOSING, -1}:
            self.hang_up()
        else:
            with suppress(OSError, smtplib.SMTPException):
                smtp.rset()
        return Outcome(_by_code(code, self._stage), self._stage, code, _shown(text))


def _is_yes(code: int) -> bool:
    return code // 100 == 2  # noqa: PLR2004 - 2xx, as SMTP counts


def _by_code(code: int, stage: Stage) -> Result:
    if code // 100 == 5:  # noqa: PLR2004 - 5xx
        return "permanent"
    if code // 100 == 4:  # noqa: PLR2004 - 4xx
        return "temporary"
    return _when_broken(stage)


def _when_broken(stage: Stage) -> Result:
    """From the word DATA on, nobody can know whether the relay took the message."""
    if stage in {"data", "content"}:
        return "uncertain"
    return "temporary" if stage == "rcpt" else "relay"


def _over_tls(verify: bool) -> Callable[..., smtplib.SMTP]:  # noqa: FBT001 - private
    def connected(*, timeout: float) -> smtplib.SMTP:
        return smtplib.SMTP_SSL(timeout=timeout, context=_tls_context(verify))

    return connected


def _tls_context(verify: bool) -> ssl.SSLContext:  # noqa: FBT001 - private
    context = ssl.create_default_context()
    if not verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _shown(text: bytes) -> str:
    return " ".join(text.decode("utf-8", "replace").split())[:TEXT_KEPT]


def _words(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) else str(error)
    return (said or str(error) or type(error).__name__)[:TEXT_KEPT]
