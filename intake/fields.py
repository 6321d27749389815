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
from intake.prose_fields import GENERIC, group_in_prose
from intake.prose_members import people_in
from intake.stated import are_people, is_sentence, labels
from intake.topics import topic_of
from intake.wording import fold, key

_LABELLED = re.compile(r"^(?P<label>[^\W\d_][^:]{1,40}):\s*(?P<value>\S.*)$")
_DATED = re.compile(
    r"[\s,–—-]+(?:(?:den\s|d\.\s?)?\d{1,2}\.?\s[^\W\d_]{3,10}\s)?(?:19|20)\d\d(?:\s*[–/-]\s*\d{2,4}){0,2}$"
)
_GROUP_IN_TITLE = re.compile(
    r"\b(?:för|for|of|av|from|fra|från)\s+(?:the\s+)?(?P<name>[^–—:]*?(?:grupp|gruppen|gruppe|gruppa|group|committee"
    r"|task force|network|council|board|partnership|råd|rådet|utskott|nämnd|nämnden|nätverket))$",
    re.IGNORECASE,
)
BODY = re.compile(
    r"(?:rådet|gruppen|gruppe|nämnden|utskottet|kommittén|forum|group|committee|council|board)\b",
    re.IGNORECASE,
)
_ENDS = (
    r"(?=$|[:,.(–]|\s(?:ska|skall|har|är|består|ingår|indgår|inngår|leds|arbetar|ansvarar|will|shall|is|has|i\suppdrag"
    r"|fick|får|genomför|leder|tar|möts|träffas|\d+)\b)"
)
_NAMED_GROUP = re.compile(
    r"\b(?P<name>(?:(?:[Aa]rbetsgrupp|[Pp]rojektgrupp|[Nn]ätverk)(?:en|et)?|[Aa]rbejdsgruppen?|[Aa]rbeidsgruppen?)"
    rf"\s+(?:för\s|kring\s|om\s|for\s)?[^\s:,.(–][^:,.(–]*?){_ENDS}"
    rf"|\b(?P<english>[Ww]orking [Gg]roup (?:on|for) [^:,.(–]+?){_ENDS}"
)
_ONLY = re.compile(
    r"\b(?P<only>(?:[Aa]rbetsgruppen|[Aa]rbejdsgruppen|[Aa]rbeidsgruppen|[Pp]rojektgruppen)"
    rf"\s(?:för|for|kring)\s[^:,.(–]{{3,60}}?){_ENDS}"
)
_GROUP_NAME = re.compile(
    r"\b(?P<name>(?:[A-Z][\w&-]*\s+){1,5}(?:Working Group|Workgroup|Task Force)"
    r"|[Aa]rbetsgruppen (?:för|kring) [\wåäö]+)\b"
)
MAX_NAME = 6
MAX_OPENING_BLOCKS = 6
PAIR = 2
_WORKING_GROUP = re.compile(
    r"\b[Tt]he\s+(?P<name>(?:[A-Z][\w&-]*\s+){1,6}"
    r"(?:[Ww]orking [Gg]roup|Workgroup|[Tt]ask [Ff]orce|Committee|Group))"
    r"\s+(?:is|will|shall|has|was|aims|considers|works)\b"
)
_MEETS = re.compile(
    r"\b(?:möte|möten|sammanträde|møde|møte|meeting|minutes)\s(?:i|med|in|of|with)\s(?:the\s)?"
    r"(?P<name>\w*(?:grupp|gruppen|gruppe|utskottet|rådet|nätverket|udvalget|utvalget)\b[^,:;]*)$",
    re.IGNORECASE,
)
_BEFORE_DASH = re.compile(
    r"^(?P<name>[^–—:]+?(?:group|task force|network|partnership|\bWG|\bSIG|gruppen|nätverket))"
    r"(?:\s+[–—-]\s|,\s\d)",
    re.IGNORECASE,
)
_BEFORE_MEETING = re.compile(
    r"^(?P<name>[^–—:,]*(?:grupp|gruppe|gruppen|råd|rådet|utskott|utskottet|nätverk|nätverket|utvalg"
    r"|udvalg|styrelsen|SIG|WG|group|committee|council|team)\b[^–—:,]*?)"
    r"\s*[–—,:-]\s(?:\w*möte|\w*sammanträde|\w*møte|\w*møde|\w*protokoll|\w*anteckningar|referat|minutes|meeting)\b",
    re.IGNORECASE,
)
_ALONE_FOR = re.compile(
    r"^(?P<name>[A-ZÅÄÖÆØ][\wåäöæø]*(?:grupp|gruppe|råd|nätverk|utskott|utvalg|udvalg)\s(?:för|for)\s[^–—:,.]+)$"
)
# Mandat for fagråd for rehabilitering, årsplan for fagforum for skolebibliotek
_INDEFINITE = re.compile(
    r"\b(?:för|for)\s(?P<name>\w*(?:råd|forum|gruppe?|nätverk|nettverk|netværk|utvalg|udvalg|team)"
    r"\s(?:för|for|kring|om)\s[^–—:,]+)$"
)
_ALONE = re.compile(  # a title that is nothing but the group, maybe with a day
    r"^(?P<name>(?:[A-ZÅÄÖÆØ][\w&-]*\s(?:(?:for|and|of|the)\s)?){1,6}"
    r"(?:[Ww]orking [Gg]roup|[Ww]orkgroup|WG|[Tt]ask [Ff]orce|[Cc]ommittee|SIG))$"
)
# Arbejdsplan for Frivilligrådet i Strandby, aktivitetsplan för Biblioteksnätverket Kronoberg
_DEFINITE = re.compile(
    r"\b(?:för|for)\s(?P<name>\w{3,}(?:gruppen|gruppa|rådet|nätverket|nettverket|netværket|utskottet"
    r"|nämnden|udvalget|utvalget|styrelsen|kommittén|forumet)(?:\s(?!\d)[A-ZÅÄÖÆØ][\wåäö-]+)*)"
)
_AFTER_DASH = re.compile(
    r"\s[–—-]\s+(?P<name>(?!charter)[^–—:]+?"
    r"(?:group|task force|committee|council|WG|SIG|gruppen|rådet|nätverket|utskottet|nämnden"
    r"|grupp(?:\s\w+){1,4}|(?:förbundet|nätverket|rådet)(?:\s(?-i:[A-ZÅÄÖ])\w+)+))$",
    re.IGNORECASE,
)


def says_kind(text: str) -> bool:
    return any(kind in text.casefold() for kind in words.DOCUMENT_KINDS)


_AFTER_KIND = re.compile(
    r"^(?:minutes|protokoll|minnesanteckningar|mötesanteckningar|anteckningar|referat|notes|agenda"
    r"|terms of reference|charter|mandate?|kommissorium|uppdragsdirektiv|direktiv"
    r"|uppdragsbeskrivning)"
    r"\s*[:,]\s+(?P<name>[^–—:,]*?"
    r"(?:group|task force|committee|council|board|network|gruppen|rådet|nätverket|utskottet"
    r"|nämnden|styrelsen|udvalget|utvalget)(?:\s(?:för|om|kring|for)\s[^–—:,]+)?)$",
    re.IGNORECASE,
)
_BEFORE_KIND = re.compile(
    r"^(?:(?:proposed|draft|updated|revised)\s)?"
    r"(?P<name>[^–—:,]*\b(?:working group|workgroup|WG|task force|task group|steering group"
    r"|committee|council|network))\s(?:charter|meeting|minutes|notes|agenda|terms of reference"
    r"|(?:work|action|delivery)\s?plan|workplan|roadmap)\b",
    re.IGNORECASE,
)


def group(document: Document, stated_title: str | None, found: Iterable[Candidate]) -> str | None:
    """As labelled; else named by the title or the text; else who is responsible throughout."""
    return (
        _labelled_group(document)
        or _in_title(stated_title or "")
        or _listed_group(document)
        or _in_opening(document, stated_title)
        or _in_prose(document)
        or group_in_prose(document)
        or _label_of_people(document)
        or _responsible_throughout(list(found))
    )


def _labelled_group(document: Document) -> str | None:
    """A name behind the label, and not the names of its members."""
    return next((one for one in labels(document, "group") if not are_people(one)), None)


def several(document: Document) -> list[Doubt]:
    """A question where the document labels more than one group: it may hold more than one plan."""
    groups = dict.fromkeys(one for one in labels(document, "group") if not are_people(one))
    if len({key(one) for one in groups}) < PAIR:
        return []
    return [doubt("several_groups", names=", ".join(groups))]


def _in_title(text: str) -> str | None:
    text = _DATED.sub("", text)
    forms = (
        _NAMED_GROUP,
        _ALONE,
        _ALONE_FOR,
        _MEETS,
        _AFTER_KIND,
        _BEFORE_KIND,
        _AFTER_DASH,
        _BEFORE_DASH,
        _BEFORE_MEETING,
        _DEFINITE,
        _INDEFINITE,
        _GROUP_IN_TITLE,
    )
    found = next((one for form in forms if (one := form.search(text))), None)
    if found:
        return str(next(filter(None, found.groups()))).strip()
    parts = text.split()
    ends = (
        parts and says_kind(parts[0]) and re.search(r"(?:gruppen|grupp|group|gruppe)$", parts[-1])
    )
    return parts[-1] if ends else None


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
    found = _NAMED_GROUP.search(line)
    return str(next(filter(None, found.groups()))).strip() if found else ""


def _opening_lines(document: Document) -> Iterator[str]:
    for block in document.blocks[:MAX_OPENING_BLOCKS]:
        if not isinstance(block, Heading | Paragraph) or is_sentence(block.text):
            break
        yield from map(fold, getattr(block, "lines", ()) or (block.text,))


def _is_body(line: str) -> bool:
    named = BODY.search(line) and ":" not in line and line[:1].isupper()
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
    if len(names) != 1 or len(found) < PAIR:
        return None
    name = next(iter(names))
    return (
        name
        if re.search(r"grupp|group|råd|committee|nämnd|utskott|gruppe", name.casefold())
        else None
    )
