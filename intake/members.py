"""Who is in the group: lists, tables and lines of "Name, Organisation"."""

import re
from collections.abc import Iterable, Iterator

from intake import vocabulary as words
from intake.columns import is_members, roles_of
from intake.document import Block, Document, Paragraph, Section, Table, sections
from intake.topics import topic_of
from intake.wording import fold, key
from models.values import PlanMember, Principal

_LABEL = re.compile(r"^\s*(?P<label>[^\W\d_][^:,]{1,40}):\s*(?P<rest>.*)$")
_BRACKETED = re.compile(r"^(?P<name>[^(),]+?)\s*\((?P<organisation>[^()]+)\)\s*\.?$")
_NAME = re.compile(
    r"^(?:[A-ZÅÄÖÆØÉ][\w'’.-]*|av|von|van|de|af|der)(?:\s+(?:[A-ZÅÄÖÆØÉ][\w'’.-]*|av|von|van|de|af|der)){1,4}$"
)
_SPLIT = re.compile(r"\s*[,;–]\s+|\s+[-–]\s+|\t+|\s{3,}")


def members(document: Document) -> tuple[PlanMember, ...]:
    found: dict[str, PlanMember] = {}
    for section in sections(document):
        for member in _section_members(section):
            found.setdefault(key(member.name), member)
    return tuple(found.values())


def _section_members(section: Section) -> Iterator[PlanMember]:
    listed = _lists_members(section.title)
    lines: list[str] = []
    for block in section.blocks:
        if isinstance(block, Table):
            yield from _table_members(block)
        else:
            lines += [line for line in _lines(block) if listed or _announces(line)]
    yield from _line_members(lines)


def _lists_members(heading: str) -> bool:
    name = key(heading)
    return name not in words.OTHER_GROUPS and (
        topic_of(heading) == "members" or name in words.MEMBER_LABELS
    )


def _announces(text: str) -> bool:
    """A label for members, or for the kind of principal that they come from."""
    found = _LABEL.match(text)
    if not found:
        return False
    label = key(found["label"])
    return label in words.MEMBER_LABELS or (" " not in label and principal_of(label) is not None)


def _lines(block: Block) -> tuple[str, ...]:
    return (block.lines or (block.text,)) if isinstance(block, Paragraph) else (block.text,)  # type: ignore[union-attr]


def _line_members(lines: Iterable[str]) -> Iterator[PlanMember]:
    """Lines of names; a label before a colon holds until the next one."""
    principal: Principal | None = None
    for line in lines:
        found = _LABEL.match(line)
        if found and key(found["label"]) in words.OTHER_GROUPS:
            continue
        if found:
            principal = principal_of(found["label"])
        for one in _people(found["rest"]) if found else _people_apart(line):
            if member := _member(one, principal):
                yield member


def _people_apart(line: str) -> list[str]:
    """A line without a label is one person, unless it has three parts that are names."""
    people = _people(line)
    return people if len(people) > 2 or "(" in line else [line]  # noqa: PLR2004


def _people(text: str) -> list[str]:
    """Several where each has the organisation in brackets, or signs part them."""
    if text.count("(") > 1:
        return re.findall(r"[^(),;]+(?:\([^()]*\))?", text)
    if ";" in text:
        return text.split(";")
    parts = text.split(",")
    return parts if len(parts) > 1 and all(name_in(part.strip()) for part in parts) else [text]


def _member(text: str, principal: Principal | None) -> PlanMember | None:
    text = text.strip(" \t,;.")
    if bracketed := _BRACKETED.match(fold(text)):
        parts = [bracketed["name"], bracketed["organisation"]]
    else:
        plain = re.sub(r"\s*\([^()]*\)\s*$", "", text)
        parts = [fold(part) for part in _SPLIT.split(plain) if part.strip()]
    return _from_parts(parts, principal)


def _from_parts(parts: list[str], principal: Principal | None) -> PlanMember | None:
    """Titles may stand before the name, the organisation is the last part that tells one."""
    named = next((at for at, part in enumerate(parts) if name_in(part)), None)
    if named is None or (len(parts) == 1 and len(parts[0].split()) > 3):  # noqa: PLR2004
        return None
    name = name_in(parts[named])
    rest = parts[named + 1 :]
    organisation = _organisation(rest)
    return PlanMember(name, organisation, principal or principal_of(organisation or ""))


def name_in(text: str) -> str:
    """A person's name, without the title before it; empty when there is none."""
    parts = text.split()
    titles = [at for at, part in enumerate(parts) if _is_title(part)]
    after = titles[-1] + 1 if titles else 0
    name = " ".join(parts[after:])
    return name if _NAME.match(name) and not principal_of(name) else ""


def _is_title(word: str) -> bool:
    low = word.casefold().rstrip(".")
    return low in words.TITLES or low.endswith(words.TITLE_ENDINGS)


def _organisation(rest: list[str]) -> str | None:
    known = [part for part in rest if principal_of(part)]
    plain = [part for part in rest if part[:1].isupper() and not _is_title(part.split()[0])]
    return next(iter(known[-1:] or plain[-1:] or rest[-1:]), None)


def principal_of(text: str) -> Principal | None:
    """Which kind of principal the words of an organisation or label tell."""
    padded = f" {key(text).replace('-', ' ').replace('/', ' ')} "
    for principal, signs in words.PRINCIPALS.items():
        if any(f" {sign} " in padded or f" {sign}s " in padded for sign in signs):
            return principal
    if re.search(r"(?:region(?:en)?|landsting(?:et)?) $", padded):
        return "region"
    if re.search(r"(?:kommuns?|kommune) $", padded):
        return "municipality"
    return "university" if re.search(r"(?:högskolan?|universitet(?:et)?) ", padded) else None


def _table_members(table: Table) -> Iterator[PlanMember]:
    if not table.rows:
        return
    roles = table.roles or roles_of(table.rows[0].cells)
    if not is_members(roles):
        return
    for row in table.rows if table.roles else table.rows[1:]:
        cells = dict(zip(roles, map(fold, row.cells), strict=False))
        if name := cells.get("person"):
            organisation = cells.get("organisation") or None
            yield PlanMember(name, organisation, principal_of(organisation or ""))
