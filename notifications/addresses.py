"""Reads mail addresses strictly: the right person, or a clear refusal."""

import re
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from functools import lru_cache

from language.problems import Problem

LOCAL_PART_OCTETS = 64  # RFC 5321, 4.5.3.1.1
ADDRESS_OCTETS = 254
DIFFER_BETWEEN_STANDARDS = frozenset("ßς\u200c\u200d")  # IDNA 2003 and 2008 disagree: two domains
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
DOMAIN = re.compile(
    r"(?=.{1,253}\Z)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9-]{1,63}", re.IGNORECASE
)
PLAIN = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.IGNORECASE)
NAMED = re.compile(r"\s*(?P<name>.*?)\s*<(?P<address>[^<>]+)>\s*")


class UnusableAddressError(Problem):
    """An address that no mail can be sent to without guessing whose it is."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """local: as written, ASCII; domain: in ASCII (xn--… for international ones)."""

    name: str
    local: str
    domain: str

    @property
    def address(self) -> str:
        return f"{self.local}@{self.domain}"

    @property
    def header(self) -> Address:
        return Address(display_name=self.name, addr_spec=self.address)


@lru_cache(maxsize=1000)
def read_mailbox(written: str) -> Mailbox:
    """From `address` or `Name <address>`."""
    named = NAMED.fullmatch(written)
    if named:
        return mailbox(named["name"].strip('"'), named["address"])
    return mailbox("", written)


@lru_cache(maxsize=1000)
def mailbox(name: str, address: str) -> Mailbox:
    """One person's mailbox; raises UnusableAddressError rather than mend or cut anything."""
    local, at, domain = address.strip().rpartition("@")
    if not at or not local or CONTROL.search(address) or len(address.encode()) > ADDRESS_OCTETS:
        raise UnusableAddressError(address=one_line(address))
    found = Mailbox(one_line(name), local, _ascii_domain(domain, address))
    _check_one_person(found, address)
    return found


def one_line(text: str) -> str:
    """Without line ends and other control characters, which would start a new header."""
    if text.isprintable() and "  " not in text:
        return text.strip()  # as nearly all words are
    return " ".join(CONTROL.sub(" ", text).split())


def _ascii_domain(domain: str, address: str) -> str:
    try:
        ascii_domain = domain if domain.isascii() else domain.encode("idna").decode("ascii")
    except UnicodeError:
        raise UnusableAddressError(address=one_line(address)) from None
    if DIFFER_BETWEEN_STANDARDS & set(domain) or not DOMAIN.fullmatch(ascii_domain):
        raise UnusableAddressError(address=one_line(address))
    return ascii_domain


def is_plain(found: Mailbox) -> bool:
    """Words with dots between them, as nearly all addresses are: nothing to read wrongly."""
    return PLAIN.fullmatch(found.local) is not None


def _check_one_person(found: Mailbox, address: str) -> None:
    """The standard library must read back exactly the address that goes out."""
    try:
        same = is_plain(found) or found.header.addr_spec == found.address
    except (HeaderParseError, ValueError, IndexError):
        same = False
    if not same or len(found.local.encode()) > LOCAL_PART_OCTETS:
        raise UnusableAddressError(address=one_line(address))
