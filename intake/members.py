"""Who is in the group: lists, tables and lines of "Name, Organisation"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from intake import people_vocabulary as words_of_people
from intake import vocabulary as words
from intake.columns import role_of
from intake.document import Block, Document, Item, Paragraph, Section, Table, sections
from intake.member_tables import table_members
from intake.names import is_role, is_title, name_in, organisation_in, principal_of, without_roles
from intake.prose_members import lists_people, only_people, people_in, prose_members
from intake.prose_roles import people_by_role
from intake.timewords import is_time
from intake.topics import topic_of, topic_of_section
from intake.wording import fold, key
from models.values import PlanMember, Principal

_LABEL = re.compile(r"^\s*(?P<label>[^\W\d_][^:,]{1,40}):\s*(?P<rest>.*)$")
_STOPPED = re.compile(r"^\s*(?P<label>[^\W\d_][^:,.]{1,30})\.\s+(?=[A-ZÅÄÖÆØ])")
_GROUP = re.compile(r"(?:grupp|gruppen|gruppe|gruppa|group|team|committee|utskott|utvalg|udvalg)$")
_BRACKETED = re.compile(r"^(?P<name>[^(),]+?)\s*\((?P<organisation>[^()]+)\)\s*\.?$")
_ROLE_BEHIND = re.compile(r"(?<=\)),\s+(?P<role>[^(),]{2,40})$")
_ROLE = re.compile(r"\s*\((?P<inside>[^()]*)\)")
_OPEN_END = re.compile(r"(?:,|;|&|\b(?:och|and|og|samt))\s*$")
_SPLIT = re.compile(r"\s*[,;–]\s+|\s+[-–]\s+|\t+|\s{3,}")


def members(document: Document) -> tuple[PlanMember, ...]:
    found: dict[str, PlanMember] = {}
    for section in sections(document):
        for member in filter(_is_person, _section_members(section)):
            known = found.setdefault(key(member.name), member)
            if known.organisation is None and member.organisation:
                found[key(member.name)] = member
    return tuple(found.values())


def _is_person(member: PlanMember) -> bool:
    """A body of people is none, nor is what has a time where people have organisations."""
    return not (words_of_people.BODY.search(member.name) or is_time(member.organisation or ""))


def _section_members(section: Section) -> Iterator[PlanMember]:
    if key(section.title) in words.OTHER_GROUPS:
        return
    listed = _lists_members(section)
    opening = len(section.path) <= 1
    lines: list[str] = []
    announced = False
    below: list[str] | None = None
    goes_on = False  # people stand above, and the next line may be one more
    people = set() if listed else _rows_of_people(section.blocks)
    for at, block in enumerate(section.blocks):
        waits = below == []
        below = _below_lead(block)
        announced = below is not None or (announced and (waits or isinstance(block, Item)))
        if isinstance(block, Table):
            yield from table_members(block, listed=listed) or _beside_labels(block)
        elif announced:
            lines += _lines(block) if below is None else below
        elif lists_people(block.text):
            yield from prose_members(block.text)
        elif not listed and (by_role := list(people_by_role(block.text))):
            yield from by_role
        else:
            listed_here = listed or at in people or _opens_list(_lines(block)[0])
            told = [
                line
                for line in _lines(block)
                if listed_here or _announces(line) or (opening and _names_people(line))
            ]
            told = told or [line for line in _lines(block) if goes_on and is_person_of(line)]
            lines += told
            goes_on = bool(told)
    yield from _line_members(lines, principal_of(section.title) if listed else None)


def _rows_of_people(blocks: Sequence[Block]) -> set[int]:
    """Where the points of lists stand that hold nothing but people, each with an organisation."""
    found: set[int] = set()
    run: list[int] = []
    for at, block in enumerate([*blocks, None]):
        if isinstance(block, Item):
            run.append(at)
            continue
        points = [one.text for one in (blocks[n] for n in run) if isinstance(one, Item)]
        if len(points) > 1 and all(map(is_person_of, points)):
            found |= set(run)
        run = []
    return found


def is_person_of(text: str) -> bool:
    """Somebody by name, and at the end where they come from: "Ann Reed, nurse, Leith College"."""
    first, _, rest = text.partition(",")
    place = rest.rpartition(",")[2] or rest
    named = bool(name_in(first.strip())) and " " in first.strip()
    return named and bool(principal_of(place) or words_of_people.ORGANISATION_SIGN.search(place))


def _below_lead(block: Block) -> list[str] | None:
    """The lines, a person each, below one such as "The group consists of:"."""
    lines = block.lines or (block.text,) if isinstance(block, Paragraph) else ()
    for at, line in enumerate(lines):
        if line.rstrip().endswith(":") and key(line).endswith(words_of_people.MEMBER_VERBS):
            return list(lines[at + 1 :])
    return None


def _lists_members(section: Section) -> bool:
    """Whether the nearest heading that says what it is about speaks of members."""
    if key(section.title) in words.MEMBER_LABELS:
        return True
    return topic_of_section(section) == "members"


def _opens_list(line: str) -> bool:
    """Whether a line is nothing but a label for members: "Närvarande:"."""
    if line.rstrip().endswith(":"):
        return key(line) in words.MEMBER_LABELS
    return topic_of(line) == "members" and not name_in(line)


def _announces(text: str) -> bool:
    """A label for members, for the group, or for the kind of principal that they come from."""
    found = _LABEL.match(text)
    if not found:
        return False
    label = key(found["label"])
    if label in words.MEMBER_LABELS or (" " not in label and principal_of(label) is not None):
        return True
    return _GROUP.search(label) is not None and _are_people(people_in(found["rest"]))


def _names_people(text: str) -> bool:
    """A label of its writer's own before nothing but names: "Vi som var där: Siv Dal, Bo Lund"."""
    found = _LABEL.match(text)
    if not found or key(found["label"]) in words.OTHER_GROUPS or role_of(found["label"]):
        return False
    return only_people(found["rest"], labelled=True)


def _are_people(found: list[PlanMember]) -> bool:
    return len(found) > 1 or any(one.organisation for one in found)


def _lines(block: Block) -> tuple[str, ...]:
    if not isinstance(block, Paragraph):
        return (block.text,)  # type: ignore[union-attr]
    found: list[str] = []
    for raw in block.lines or (block.text,):
        line = _with_colon(raw)
        if found and _goes_on(found[-1]) and not _LABEL.match(line):
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        else:
            found.append(line)
    return tuple(found)


def _with_colon(line: str) -> str:
    """Närvarande. Alva Ek …: a label that a full stop ends, as bold words at the beginning do."""
    found = _STOPPED.match(line)
    known = found is not None and key(found["label"]) in words.MEMBER_LABELS
    return f"{found['label']}: {line[found.end() :]}" if found and known else line


def _goes_on(line: str) -> bool:
    """Whether names run on over the end of the line."""
    return _OPEN_END.search(line) is not None or line.count("(") > line.count(")")


def _line_members(lines: Iterable[str], principal: Principal | None) -> Iterator[PlanMember]:
    """Lines of names; a label before a colon holds until the next one."""
    for line in lines:
        found = _LABEL.match(line)
        if found and key(found["label"]) in words.OTHER_GROUPS:
            continue
        if found:
            principal = principal_of(found["label"])
        rest = found["rest"] if found else line
        people = people_in(rest)
        if _run_on(people) or only_people(rest, labelled=found is not None):
            yield from (replace(one, principal=one.principal or principal) for one in people)
            continue
        for one in _people(rest) if found else _people_apart(line):
            if member := _member(one, principal):
                yield member


def _run_on(people: list[PlanMember]) -> bool:
    """Whether a line holds several people, each with an organisation."""
    return len(people) > 1 and all(one.organisation for one in people)


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
    text = _ROLE.sub(_without_role, text).strip(" \t,;.")
    if (behind := _ROLE_BEHIND.search(text)) and is_role(behind["role"]):
        text = text[: behind.start()]  # Ann Reed (Leith College), chair
    if bracketed := _BRACKETED.match(fold(text)):
        parts = [bracketed["name"], without_roles(bracketed["organisation"])]
    else:
        plain = re.sub(r"\s*\([^()]*\)\s*$", "", text)
        parts = [fold(part) for part in _SPLIT.split(plain) if part.strip()]
    return _from_parts(parts, principal)


def _without_role(found: re.Match[str]) -> str:
    return found.group() if organisation_in(without_roles(found["inside"])) else ""


def _from_parts(parts: list[str], principal: Principal | None) -> PlanMember | None:
    """Titles may stand before the name, the organisation is the last part that tells one."""
    named = next((at for at, part in enumerate(parts) if name_in(part)), None)
    if named is None or (len(parts) == 1 and len(parts[0].split()) > 3):  # noqa: PLR2004
        return None
    name = name_in(parts[named])
    rest = parts[named + 1 :]
    organisation = _organisation(rest)
    return PlanMember(name, organisation, principal or principal_of(organisation or ""))


def _organisation(rest: list[str]) -> str | None:
    known = [part for part in rest if principal_of(part)]
    plain = [part for part in rest if part[:1].isupper() and not is_title(part.split()[0])]
    return next(iter(known[-1:] or plain[-1:] or rest[-1:]), None)


def _beside_labels(table: Table) -> Iterator[PlanMember]:
    """The people in the second of two cells, where the first one announces members.

    It does so for the rows below as well where it is empty.
    """
    label = ""
    for row in table.rows:
        cells = [cell for cell in row.cells if fold(cell)]
        beside = len(cells) == 1 and not fold(row.cells[0])
        label = label if beside else fold(cells[0]) if cells else ""
        if (beside or len(cells) == 2) and _announces(f"{label}: {fold(cells[-1])}"):  # noqa: PLR2004
            yield from _line_members(cells[-1].split("\n"), principal_of(label))
