"""The title: the heading before all others, when it is no section of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile

from intake import vocabulary as words
from intake.document import Block, Document, Heading, Item, Paragraph, Table
from intake.fields import BODY
from intake.group_titles import WEEKDAY, says_kind, undated
from intake.label_roles import PHASE
from intake.names import principal_of
from intake.people_vocabulary import ORGANISATION_SIGN
from intake.prose_fields import GENERIC
from intake.reference import first_date
from intake.stated import is_sentence, labelled
from intake.timewords import is_time
from intake.wording import key, split_number
from language.catalog import say
from models.values import Language

MAX_OPENING = 4
MAX_LETTERHEAD = 12  # words a line
_CLOCK = re.compile(
    r"[\s,]+(?:at|kl\.?|klockan)\s+\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]m)?(?:\s[A-Z]{2,4})?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(  # where a page stands in its site
    r"(?:om|about)(?:\s\w+){1,2}$", re.IGNORECASE
)
_REGISTERED = re.compile(  # the number that a registrar gave the paper
    r"(?:dnr|diarienr|diarienummer|j\.\s?nr|journalnr|saksnr|sagsnr)\b", re.IGNORECASE
)
_CRUMBS = re.compile(r"(?:\s[/>›»]\s.*){2}")
_SIGNS = re.compile(r"[\W\d_]+")
_DAY = re.compile(r"\s(?:19|20)\d\d-\d\d-\d\d$")


def title(document: Document) -> str | None:
    """The heading before all others, when it is no section of its own."""
    blocks = [block for block in document.blocks if not _is_sheet_name(block)]
    heads = _opening_headings(_from_title_on(_only_numbered(blocks)))
    stated = labelled(document, "title")
    if stated and not (heads and key(stated) in key(heads[0])):
        return stated
    return _chosen(heads) if heads else None


def _only_numbered(blocks: Sequence[Block]) -> Sequence[Block]:
    """A page of a larger work: its one outermost heading is its title, with a number before it."""
    outer = [one for one in blocks if isinstance(one, Heading) and one.level <= 1]
    rest = split_number(outer[0].text)[1] if outer else ""
    if len(outer) != 1 or outer[0] is not blocks[0] or key(rest) in words.SECTION_NAMES:
        return blocks
    lower = any(isinstance(one, Heading) for one in blocks[1:])
    return [replace(outer[0], text=rest), *blocks[1:]] if lower else blocks


def of_whom(title: str | None, group: str | None) -> str | None:
    """A title that is only a day, after whose day it is."""
    day = _CLOCK.sub("", title or "").strip()
    return (
        f"{group}, {day}" if group and first_date(day) and is_time(WEEKDAY.sub("", day)) else title
    )


def made_up(document: Document, group: str | None, language: Language) -> str | None:
    """Where none is stated: what kind of paper the file's name says it is, and whose."""
    name = _SIGNS.sub(" ", f" {document.name.casefold()} ")
    kind = next((one for one in words.KINDS_OF_PLAN if f" {one} " in name), None)
    if not (group and kind):
        return None
    title = say("intake.title_of_group", language, kind=kind, group=group)
    return title[:1].upper() + title[1:]


def _chosen(heads: list[str]) -> str:
    """Of several headings the one that is the title, or both where one goes on with the other."""
    if len(heads) > 1 and _same_beginning(heads[0], heads[1]):
        return heads[1]
    if len(heads) > 1 and _is_open(heads[0], heads[1]):
        return f"{heads[0]} {heads[1]}"
    kind = next((at for at, head in enumerate(heads) if says_kind(head)), 0)
    if len(heads) > 1 and kind == 0 and " " not in heads[0] and _is_subtitle(heads[1]):
        return f"{heads[0]} – {heads[1]}"
    if kind == 1 and key(heads[1]) in words.BARE_KINDS:
        return heads[0]
    if kind == 1 and (not _is_body_name(heads[0]) or _is_bare_report(heads[1])):
        return f"{heads[0]} – {heads[1]}"
    return heads[kind]


def _is_bare_report(text: str) -> bool:
    """A report of a year, which says of whom only above it: "Verksamhetsberättelse 2023"."""
    return key(undated(text)) in words.REPORTS


def _is_open(first: str, second: str) -> bool:
    """A title over two lines: the first ends in a word that waits for another."""
    last = first.rsplit(maxsplit=1)[-1]
    waits = last in words.OPEN_ENDS or last.casefold() in GENERIC  # the A of "Annex A" does not
    return waits or second[:1].islower()


def _is_sheet_name(block: Block) -> bool:
    return isinstance(block, Heading) and block.place.table is not None and not block.place.row


def _from_title_on(blocks: Sequence[Block]) -> Sequence[Block]:
    """What follows a letterhead: short lines above the first heading of the outermost kind."""
    blocks = list(dropwhile(_is_navigation, blocks))
    for at, block in enumerate(blocks[:MAX_OPENING]):
        if isinstance(block, Heading) and (block.level <= 1 or (at and says_kind(block.text))):
            return blocks[at:]
        if isinstance(block, Heading) and not _opens_outermost(blocks[at:MAX_OPENING]):
            break
        if isinstance(block, Item | Table) or not _is_letterhead(block):
            break
    return blocks


def _opens_outermost(blocks: Sequence[Block]) -> bool:
    """Whether a title in larger type follows at once."""
    following = blocks[1] if len(blocks) > 1 else None
    if not isinstance(following, Heading) or _is_section(following):
        return False
    return following.level <= 1


def _is_letterhead(block: Heading | Paragraph) -> bool:
    lines = getattr(block, "lines", ()) or (block.text,)
    return all(len(line.split()) <= MAX_LETTERHEAD and not is_sentence(line) for line in lines)


def _is_subtitle(text: str) -> bool:
    return len(text.split()) > 2 and not _is_body_name(text)  # noqa: PLR2004


def _is_body_name(text: str) -> bool:
    """A letterhead: whose paper it is, maybe of which day, and not what it is about."""
    return not says_kind(text) and bool(
        principal_of(text)
        or ORGANISATION_SIGN.search(text)
        or BODY.search(text)
        or _DAY.search(text)
    )


def _opening_headings(blocks: Sequence[Block]) -> list[str]:
    """Headings, and what stands between them on lines of its own, up to the first section."""
    found: list[str] = []
    for block in blocks[:MAX_OPENING]:
        if (isinstance(block, Heading) and not _is_section(block) and " / " not in block.text) or (
            found
            and isinstance(block, Paragraph)
            and len(block.lines) == 1
            and _is_title(block.text)
        ):
            found.append(block.text)
        else:
            break
    return found


def _is_navigation(block: Block) -> bool:
    text = getattr(block, "text", "-")
    other = _ABOUT.match(text) or _CRUMBS.search(text) or _REGISTERED.match(text)
    return key(text) in words.NAVIGATION or bool(other)


def _is_title(text: str) -> bool:
    """No sentence, label or row of words between strokes."""
    plain = ":" not in text and "←" not in text and text[-1:] not in ".;,"
    return plain and text.count(" / ") < 2 and len(text) < 100  # noqa: PLR2004


def _is_section(heading: Heading) -> bool:
    numbered = re.match(r"(?:§+\s*)?\d{1,2}(?:\.\d+)*\.?\s", heading.text) is not None
    return (
        (numbered and not is_time(heading.text))
        or bool(PHASE.match(heading.text))
        or key(heading.text) in words.NAVIGATION | words.SECTION_NAMES
    )


def _same_beginning(first: str, second: str) -> bool:
    """A page's place in its site, followed by its own name."""
    return key(second).startswith(key(first))
