"""Title, group, commissioner and owner: what a plan says about itself."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from intake import vocabulary as words
from intake.candidates import Candidate
from intake.document import (
    Document,
    Doubt,
    Heading,
    Paragraph,
    Table,
    doubt,
    sections,
)
from intake.group_titles import ENDS, NAMED_GROUP, group_in_title, says_kind
from intake.prose_fields import GENERIC, group_in_prose
from intake.prose_members import people_in
from intake.stated import are_people, is_sentence, labels
from intake.topics import topic_of
from intake.wording import fold, key

_LABELLED = re.compile(r"^(?P<label>[^\W\d_][^:]{1,40}):\s*(?P<value>\S.*)$")
BODY = re.compile(
    r"(?:(?<!om)rådet|gruppen|gruppe|nämnden|utskottet|kommittén|forum|group|committee|council|board"
    r"|consortium|konsortiet|nätverket|nettverket|netværket|utvalget|udvalget|partnership"
    r"|alliance)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?P<only>(?:[Aa]rbetsgruppen|[Aa]rbejdsgruppen|[Aa]rbeidsgruppen|[Pp]rojektgruppen)"
    rf"\s(?:för|for|kring)\s[^:,.(–]{{3,60}}?){ENDS}"
)
_GROUP_NAME = re.compile(
    r"\b(?P<name>(?:[A-Z][\w&-]*\s+){1,5}(?:Working Group|Workgroup|Task Force)"
    r"|[Aa]rbetsgruppen (?:för|kring) [\wåäö]+)\b"
)
MAX_NAME = 6
RUNNING = 40  # words
MAX_OPENING_BLOCKS = 6
PAIR = 2
_WORKING_GROUP = re.compile(
    r"\b[Tt]he\s+(?P<name>(?:[A-Z][\w&-]*\s+){1,6}"
    r"(?:[Ww]orking [Gg]roup|Workgroup|[Tt]ask [Ff]orce|Committee|Group))"
    r"(?:\s+(?:is|will|shall|has|was|aims|considers|works)\b|['’]s\s+(?:mission|purpose|goal|task)\b)"
)


def group(document: Document, stated_title: str | None, found: Iterable[Candidate]) -> str | None:
    """As labelled; else named by the title or the text; else who is responsible throughout."""
    rows = list(found)
    return (
        _labelled_group(document)
        or group_in_title(stated_title or "")
        or _listed_group(document)
        or _in_opening(document, stated_title)
        or _in_prose(document)
        or group_in_prose(document, [one.responsible for one in rows if one.responsible])
        or _label_of_people(document)
        or _responsible_throughout(rows)
    )


def _labelled_group(document: Document) -> str | None:
    """A name behind the label, and not the names of its members."""
    return next((one for one in labels(document, "group") if not are_people(one)), None)


def several(document: Document) -> list[Doubt]:
    """A question where the document labels more than one group: it may hold more than one plan."""
    stated = [one for one in labels(document, "group") if not are_people(one)]
    groups = dict.fromkeys([*stated, *filter(BODY.search, _sheets(document))])
    if len({key(one) for one in groups}) < PAIR:
        return []
    return [doubt("several_groups", names=", ".join(groups))]


def _sheets(document: Document) -> list[str]:
    """Names of the sheets that hold something."""
    heads = [one for one in document.blocks if isinstance(one, Heading)]
    return [one.text for one in heads if one.place.table is not None and not one.place.row]


def _listed_group(document: Document) -> str | None:
    for section in sections(document):
        if key(section.title) in words.GROUP_HEADINGS and topic_of(section.title) == "members":
            return section.title
    return None


def _in_opening(document: Document, title: str | None) -> str | None:
    """A body named among the first short lines, as letterheads and subtitles do."""
    lines = list(_opening_lines(document))
    named = [name for line in lines if (name := _named_group(line))]
    working = [name for name in named if not name.casefold().startswith("nätverk")]
    if named:
        return (working or named)[0]
    above = lines[1:] if not title or title.startswith(lines[0] if lines else "") else lines
    return next(filter(_is_body, above), None)


def _named_group(line: str) -> str:
    found = NAMED_GROUP.search(line)
    return str(next(filter(None, found.groups()))).strip() if found else ""


def _opening_lines(document: Document) -> Iterator[str]:
    for block in document.blocks[:MAX_OPENING_BLOCKS]:
        if not isinstance(block, Heading | Paragraph) or _is_running(block.text):
            break
        yield from map(fold, getattr(block, "lines", ()) or (block.text,))


def _is_running(text: str) -> bool:
    return is_sentence(text) or len(text.split()) > RUNNING


def _is_body(line: str) -> bool:
    named = BODY.search(line) and ":" not in line and line[:1].isupper() and line[-1] != "."
    if topic_of(line) == "members":
        return False
    return bool(named) and len(line.split()) <= MAX_NAME and not says_kind(line)


def _in_prose(document: Document) -> str | None:
    """The group that the text names: once as "the … working group", or again and again."""
    texts = [block.text for block in document.blocks if not isinstance(block, Table)]
    for text in texts:
        if found := _WORKING_GROUP.search(text):
            return found["name"]
    named = Counter(
        found["name"].strip() for text in texts for found in _GROUP_NAME.finditer(text)
    )
    if again := next((name for name, times in named.most_common(1) if times > 1), None):
        return again
    once = {found["only"].strip() for text in texts for found in _ONLY.finditer(text)}
    return once.pop() if len(once) == 1 else None


def _label_of_people(document: Document) -> str | None:
    """A group's own name before a colon and the names of its members."""
    for block in document.blocks:
        for line in getattr(block, "lines", ()):
            found = _LABELLED.match(line.strip())
            if found and _is_own_name(found["label"]) and people_in(found["value"])[1:]:
                return fold(found["label"])
    return None


def _is_own_name(label: str) -> bool:
    """Such as "Programgruppen", but not "Arbetsgruppen"."""
    name = key(label)
    known = name in words.LABELS or name in words.OTHER_GROUPS or name in GENERIC
    return not known and bool(BODY.search(label))


def _responsible_throughout(found: list[Candidate]) -> str | None:
    names = Counter(one.responsible for one in found if one.responsible)
    own = [name for name in names if (named := NAMED_GROUP.match(name)) and named.group() == name]
    if len(own) == 1:
        return own[0]
    if len(names) != 1 or len(found) < PAIR:
        return None
    name = next(iter(names))
    return (
        name
        if re.search(r"grupp|group|råd|committee|nämnd|utskott|gruppe", name.casefold())
        else None
    )
