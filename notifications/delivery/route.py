"""Reads the mail URL: a relay to talk to, or a directory to write to."""

from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

from language.problems import Problem

# Apprise knows more; each of these would change who gets what, or how often.
ALLOWED_OPTIONS = frozenset({"smtp", "mode", "verify", "user", "pass"})


class BadMailUrlError(Problem):
    """TIDPLAN_MAIL_URL cannot be used. Never holds the URL: it may carry a password."""


class ClearTextPasswordError(Problem):
    """The URL would send its password over the network in clear text."""


class PasswordTwiceError(Problem):
    """One password stands in the URL and another beside it."""


class PasswordWithoutUserError(Problem):
    """A password is given, and nobody whose it is."""


class MailOptionError(Problem):
    """The URL asks for something that Tidplan decides itself."""


@dataclass(frozen=True, slots=True)
class Folder:
    """Mails are written here as .eml files."""

    path: Path

    @property
    def shown(self) -> str:
        return str(self.path)


@dataclass(frozen=True, slots=True)
class Relay:
    """url: as written, for Apprise to read; secret."""

    url: str = field(repr=False)
    host: str
    port: int | None
    secure: bool

    @property
    def is_here(self) -> bool:
        """Whether the relay is a program on this very machine."""
        return _is_loopback(self.host)

    @property
    def shown(self) -> str:
        return f"{self.host}:{self.port}" if self.port else self.host


def read_route(url: str) -> Relay | Folder:
    if url.lower().startswith("eml:"):
        return _folder(url[len("eml:") :])
    try:
        parts = urlsplit(url.strip())
        relay = Relay(url.strip(), parts.hostname or "", parts.port, parts.scheme == "mailtos")
        options = dict(parse_qsl(parts.query, keep_blank_values=True))
    except ValueError:
        raise BadMailUrlError from None
    if parts.scheme not in {"mailto", "mailtos"} or not relay.host or parts.fragment:
        raise BadMailUrlError
    _check_options(options, path=parts.path)
    _check_password(relay, given=bool(parts.password or options.get("pass")))
    return relay


def with_password(url: str, password: str) -> str:
    """The URL as if the password stood in it; it names the user, and no other password."""
    try:
        parts = urlsplit(url.strip())
        options = dict(parse_qsl(parts.query, keep_blank_values=True))
        user = parts.username or options.get("user")
    except ValueError:
        raise BadMailUrlError from None
    if not user or parts.password or "pass" in options:
        raise PasswordTwiceError if user else PasswordWithoutUserError
    added = f"{'&' if parts.query else ''}pass={quote(password, safe='')}"
    return urlunsplit(parts._replace(query=parts.query + added))


def _folder(path: str) -> Folder:
    if not path.strip().strip("/"):
        raise BadMailUrlError
    return Folder(Path(path.strip().removeprefix("//")).expanduser())


def _check_options(options: dict[str, str], *, path: str) -> None:
    unwanted = sorted(set(options) - ALLOWED_OPTIONS)
    if unwanted:
        raise MailOptionError(option=unwanted[0])
    if path.strip("/"):
        raise MailOptionError(option="to")


def _check_password(relay: Relay, *, given: bool) -> None:
    if given and not relay.secure and not relay.is_here:
        raise ClearTextPasswordError(relay=relay.shown)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
