"""Attendees of English minutes, "Name (Place)" or "Name, Place", whose place may be a company."""

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.document import Document, Doubt, Heading, Item, Paragraph, doubt
from intake.names import is_title
from intake.people_vocabulary import ORGANISATION_SIGN
from intake.timewords import is_time
from intake.wording import fold
from models.values import Language, PlanMember

_ATTENDED = re.compile(
    r"(?:attendees|attendance|in attendance|attending|participants|present)\b", re.IGNORECASE
)
_NAME = re.compile(r"[A-Z][\w.&'’-]*(?:\s(?:&\s)?[A-Z0-9][\w.&'’-]*){0,2}")


def with_companies(
    document: Document, members: Sequence[PlanMember], language: Language
) -> tuple[tuple[PlanMember, ...], list[Doubt]]:
    """The members, and one question that names what was taken for a company."""
    if language != "en" or not _tells_attendees(document):
        return tuple(members), []
    text = "\n".join(fold(getattr(block, "text", "")) for block in document.blocks)
    found = tuple(
        replace(one, principal="company") if _is_company(one, text) else one for one in members
    )
    taken = [
        str(new.organisation)
        for one, new in zip(members, found, strict=True)
        if one.principal != new.principal
    ]
    names = ", ".join(dict.fromkeys(taken))
    return found, [doubt("companies", names=names)] if names else []


def _tells_attendees(document: Document) -> bool:
    return any(
        _ATTENDED.match(line.strip())
        for block in document.blocks
        if isinstance(block, Heading | Paragraph | Item)
        for line in getattr(block, "lines", ()) or (block.text,)
    )


def _is_company(member: PlanMember, text: str) -> bool:
    """A name beside somebody that tells no other kind of body; capitals may be an abbreviation."""
    name = member.organisation or ""
    return (
        member.principal is None
        and (f"{member.name} ({name}" in text or f"{member.name}, {name}\n" in f"{text}\n")
        and _NAME.fullmatch(name) is not None
        and not (name.isupper() or is_time(name) or ORGANISATION_SIGN.search(name))
        and not is_title(name.split()[-1])
    )
