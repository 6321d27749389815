"""Reads e-mail: what its writer wrote, without the letters that it answers."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from typing import Final

from intake.document import Block, Document, Doubt, Heading, Paragraph, doubt
from intake.from_html import blocks_of_html
from intake.from_text import blocks_of_text
from intake.html_tags import Page
from intake.opening import BrokenDocumentError, Limits, ManyLinesDocumentError, Opened
from intake.wording import fold

MAX_SUBJECT: Final = 200
MIN_OWN: Final = 12  # words: less only hands on what stands below
_ANSWER: Final = re.compile(
    r"^\s*(?:re|sv|vs|aw|fwd?|vb|vl|ang)\s*(?:\[\d+\])?:\s*", re.IGNORECASE
)
_HANDED_ON: Final = re.compile(r"^\s*(?:fwd?|vb|vl|vidarebefordrat)\s*:", re.IGNORECASE)
_CUT: Final = re.compile(
    r"^\s*(?:-{2,}\s*(?:original message|ursprungligt meddelande|forwarded message"
    r"|vidarebefordrat (?:meddelande|brev)|opprinnelig melding|oprindelig meddelelse)\b.*"
    r"|_{20,})\s*$",
    re.IGNORECASE,
)
_WROTE: Final = re.compile(
    r"^\s*(?:on|den|mån|tis|ons|tors|fre|lör|sön|\d).{4,160}(?:wrote|skrev|skrev følgende)\b"
    r".{0,120}:\s*$",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(
    r"^\s*\*?(?P<name>from|från|fra|sent|skickat|sendt|date|datum|dato|to|till|til|cc|kopia"
    r"|subject|ämne|emne)\s*:\*?\s",
    re.IGNORECASE,
)
_FROM: Final = ("from", "från", "fra")
_QUOTED: Final = ("blockquote", ".gmail_quote", ".moz-cite-prefix", ".yahoo_quoted")
_LEFT: Final = (doubt("quoted_letter"),)
_HANDED: Final = (doubt("quoted_read"),)
_SIGNED: Final = re.compile(r"^-- ?$")


def read(opened: Opened, limits: Limits) -> Document:
    letter = message_from_bytes(opened.content, policy=default)
    if not isinstance(letter, EmailMessage) or not letter.keys():
        raise BrokenDocumentError(path=opened.path)
    subject = fold(str(letter.get("Subject", "")))[:MAX_SUBJECT]
    blocks, quoted = _body(letter, opened, limits, handed_on=bool(_HANDED_ON.match(subject)))
    title = _without_answers(subject)
    doubts = [*_attached(letter), *quoted]
    return Document(
        (*([Heading(title, 0)] if title else []), *blocks), tuple(doubts), _sent_on(letter)
    )


def _without_answers(subject: str) -> str:
    while found := _ANSWER.match(subject):
        subject = subject[found.end() :]
    return subject.strip()


def _sent_on(letter: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(letter.get("Date", ""))).date()
    except (TypeError, ValueError):
        return None


def _attached(letter: EmailMessage) -> list[Doubt]:
    names = [fold(part.get_filename() or "") for part in letter.iter_attachments()]
    return [doubt("attachment", name=name) for name in dict.fromkeys(filter(None, names))]


def _body(
    letter: EmailMessage, opened: Opened, limits: Limits, *, handed_on: bool
) -> tuple[Sequence[Block], tuple[Doubt, ...]]:
    """What is written, and whether letters below it were left out, or read in its place."""
    page, plain = (_content(letter, kind) for kind in ("html", "plain"))
    if max(page.count("\n"), plain.count("\n")) > limits.lines:
        raise ManyLinesDocumentError(path=opened.path, limit=limits.lines)
    if "<table" in page.casefold() or not plain.strip():
        return _of_page(page, keep_all=handed_on)
    return _of_text(plain, keep_all=handed_on)


def _content(letter: EmailMessage, kind: str) -> str:
    part = letter.get_body(preferencelist=(kind,))
    if part is None:
        return ""
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):  # an unknown set of letters
        return bytes(part.get_payload(decode=True) or b"").decode("cp1252", errors="replace")


def _of_text(text: str, *, keep_all: bool) -> tuple[Sequence[Block], tuple[Doubt, ...]]:
    lines = text.replace("\r\n", "\n").split("\n")
    own = list(_own_lines(lines))
    if keep_all or len(" ".join(own).split()) < MIN_OWN:
        below = not keep_all and any(line.lstrip().startswith(">") for line in lines)
        return blocks_of_text("\n".join(_handed_on(lines))), _HANDED if below else ()
    end = next((at for at, line in enumerate(lines) if _SIGNED.match(line)), len(lines))
    cut = len(own) < end or any(line.lstrip().startswith(">") for line in lines)
    return blocks_of_text("\n".join(own)), _LEFT if cut else ()


def _own_lines(lines: Sequence[str]) -> Iterator[str]:
    """Up to the letter that is answered, or between the pieces of it that are quoted."""
    for at, line in enumerate(lines):
        if _CUT.match(line) or _SIGNED.match(line) or _heads_letter(lines[at : at + 4]):
            return
        if line.lstrip().startswith(">") or _leads_to_quote(lines, at):
            continue
        yield line


def _leads_to_quote(lines: Sequence[str], at: int) -> bool:
    """Whether "On 3 March Ann Reed wrote:" stands there, maybe over two lines."""
    both = " ".join(lines[at : at + 2])
    above = " ".join(lines[max(0, at - 1) : at + 1])
    return any(_WROTE.match(one) for one in (lines[at], both if lines[at].strip() else "", above))


def _heads_letter(lines: Sequence[str]) -> bool:
    """Whether the lines of a letter's head follow one another: From, Sent, To."""
    names = [found["name"].casefold() for line in lines if (found := _HEAD.match(line))]
    return len(names) > 2 and names[0] in _FROM and _HEAD.match(lines[0]) is not None  # noqa: PLR2004


def _handed_on(lines: Sequence[str]) -> Iterator[str]:
    """Everything, without signs of quotation and heads of letters."""
    for line in lines:
        plain = re.sub(r"^\s*(?:>\s?)+", "", line)
        if not (_CUT.match(plain) or _HEAD.match(plain) or _WROTE.match(plain)):
            yield plain


def _of_page(text: str, *, keep_all: bool) -> tuple[Sequence[Block], tuple[Doubt, ...]]:
    soup = Page(text)
    every = [*blocks_of_html(text)]
    quoted = soup.select(", ".join(_QUOTED))
    for one in quoted:
        one.extract()
    own = list(_above_head(list(blocks_of_html(str(soup)))))
    if keep_all or not any(_words(own)):
        return [
            one for one in every if not _is_head(one)
        ], _HANDED if quoted and not keep_all else ()
    return own, _LEFT if len(own) < len(every) else ()


def _words(blocks: Sequence[Block]) -> list[str]:
    said = " ".join(getattr(one, "text", "table " * MIN_OWN) for one in blocks).split()
    return said if len(said) >= MIN_OWN else []


def _above_head(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if _is_head(block):
            return
        yield block


def _is_head(block: Block) -> bool:
    return isinstance(block, Paragraph) and (
        _heads_letter(block.lines) or any(map(_CUT.match, block.lines))
    )
