"""Members that a sentence names: "Gruppen består av Alva Ek (Region Norrby), Bo Lund från …"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from intake import people_vocabulary as words
from intake.names import is_title, name_in, organisation_in, principal_of, without_roles
from intake.wording import fold, sentences
from models.values import PlanMember

_LISTING = re.compile(rf"\b(?:{'|'.join(words.MEMBER_VERBS)})\b:?\s+(?=\S)", re.IGNORECASE)
_OTHERS = re.compile(rf"(?:{'|'.join(words.OTHER_BODIES)})", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,;]\s*(?:(?:och|and|og|samt)\s+)?|\s+(?:och|and|og|samt|&)\s+")
_IN_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<inside>[^()]+)\)(?P<after>.*)$")
_FROM = re.compile(
    r"^(?P<name>.+?)\s+(?:från|fra|from|of|vid|ved|at|representing|representerar|som representerar"
    r"|who represents)\s+(?:the\s)?(?P<organisation>.+)$"
)
_BESIDE = re.compile(  # behind a comma: "Bo Lund, som representerar Region Norrby"
    r"^(?:(?:som|who|der)\s)?(?:representerar|repræsenterer|represents|representing|kommer från"
    r"|från|fra|from|of|vid|ved|at)\s+(?:the\s)?(?P<organisation>.+)$"
)
_IS = re.compile(
    r"^(?P<who>[A-ZÅÄÖÆØÉ].{4,90}?)\s(?:är|er|is|blir|bliver|will\sbe)\s(?:(?:the|its|dess|gruppens)\s)?"
    r"(?P<role>[^\W\d_]+)(?:\s(?:i|for|of|för)\s(?:the\s)?\w*(?:gruppen|group|arbetet|work))?\.?$"
)
_JOINT = r"(?:och|and|og|samt|&)"
_AND = re.compile(rf"\s{_JOINT}\s")
PAIR = 2
_TOGETHER = re.compile(
    r"^(?:alla|samtliga|båda|all|both|alle|begge)\s+(?:vid|från|i|at|of|from|ved|fra)\s+(?:the\s)?"
    r"(?P<organisation>.+)$",
    re.IGNORECASE,
)


def prose_members(text: str) -> Iterator[PlanMember]:
    """People in the sentences that say who the group consists of, or who does what in it."""
    for sentence in _sentences(text):
        for listed in _listings(sentence):
            yield from people_in(listed)
        yield from _in_role(sentence)


def _listings(sentence: str) -> list[str]:
    """What stands behind each verb of a list, up to the next one."""
    found: list[str] = []
    for clause in re.split(r"(?<=;)\s+", sentence):
        opening = _LISTING.search(clause)
        if opening and not _OTHERS.search(clause[: opening.end()]):
            found.append(clause[opening.end() :])
        elif found and not opening:
            found[-1] += f" {clause}"
    return [one.rstrip(" ;") for one in found]


def _in_role(sentence: str) -> list[PlanMember]:
    """Somebody of whom a whole sentence says no more than the role: "Ann Reed is convenor"."""
    found = _IS.match(sentence)
    return people_in(found["who"]) if found and is_title(found["role"]) else []


def lists_people(text: str) -> bool:
    """Whether some sentence of the text opens a list of people."""
    return any(_LISTING.search(one) or _in_role(one) for one in _sentences(text))


def _sentences(text: str) -> list[str]:
    """Sentences; the full stop of a title such as "Dr." ends none."""
    return sentences(re.sub(r"\b(Dr|Prof|Doc|Mr|Mrs|Ms)\.", r"\1", fold(text)))


def people_in(text: str) -> list[PlanMember]:
    """People in a running list, each with the organisation that stands with the name."""
    parts = [_bracketed(part) for part in _parts(text.rstrip(" ."))]
    bracketed = any(organisation for _, organisation in parts)
    alternating = not bracketed and len(parts) > 1 and _tells_organisation(parts[1][0])
    found: list[PlanMember] = []
    for words_of, organisation in parts:
        if together := _TOGETHER.match(words_of):
            found = [_from(one, organisation_in(together["organisation"])) for one in found]
            continue
        waiting = bool(found) and found[-1].organisation is None
        beside = waiting and (alternating or _tells_organisation(words_of))
        person = None if beside else _person(words_of, organisation)
        if person:
            found.append(person)
        elif waiting and (place := _organisation_beside(words_of)):
            found[-1] = replace(found[-1], organisation=place, principal=principal_of(place))
    return _shared(found, text)


def _shared(found: list[PlanMember], text: str) -> list[PlanMember]:
    """Two names before one "from" or bracket come from there: "Ann Reed and Tim Roe (Leith)"."""
    shared = list(found)
    for at, (one, other) in enumerate(pairwise(found)):
        names = rf"{re.escape(one.name)}\s{_JOINT}\s{re.escape(other.name)}\s"
        if other.organisation and re.search(
            rf"{names}(?:(?:från|fra|from|of|vid|at)\s|\()", fold(text)
        ):
            shared[at] = _from(one, other.organisation)
    return shared


def _organisation_beside(text: str) -> str | None:
    found = _BESIDE.match(text)
    return organisation_in(found["organisation"] if found else text)


def only_people(text: str, *, labelled: bool) -> bool:
    """Whether names alone are listed, each maybe with a role or organisation in brackets.

    Two parts without a label may be a person and where they come from.
    """
    parts = [part for part, _ in map(_bracketed, _parts(text.rstrip(" .")))]
    named = len(parts) > 1 and all(
        name_in(part) and not words.ORGANISATION_SIGN.search(part) for part in parts
    )
    return named and (labelled or len(parts) > PAIR or _AND.search(text) is not None)


def _from(one: PlanMember, organisation: str | None) -> PlanMember:
    """With the organisation that stands once for all who have none of their own."""
    if one.organisation or not organisation:
        return one
    return replace(one, organisation=organisation, principal=principal_of(organisation))


def _parts(text: str) -> list[str]:
    """The pieces between commas and conjunctions, those inside brackets left whole."""
    held = re.sub(r"\([^()]*\)", lambda one: one.group().translate(_HIDE), text)
    held = _BOUND.sub(lambda one: one.group().replace(" ", "\0"), held)
    return [part.translate(_SHOW) for part in _PARTS.split(held) if part.strip()]


_HIDE = str.maketrans({",": "\1", ";": "\2", " ": "\0"})
_SHOW = str.maketrans({"\1": ",", "\2": ";", "\0": " "})
_BOUND = re.compile(  # "Högskolan för hälsa och vård" is one name
    r"\b(?:för|for|of)\s[^\W\d_]+\s(?:och|and|og)\s(?=[a-zåäöæø])"
)


def _bracketed(part: str) -> tuple[str, str | None]:
    """(the part without brackets, the organisation inside them); a role in brackets is none."""
    found = _IN_BRACKETS.match(part)
    if not found:
        return part, None
    inside = organisation_in(without_roles(found["inside"]).split(",")[0])
    return f"{found['name']}{found['after']}", inside


def _tells_organisation(text: str) -> bool:
    """Not where a name stands before it: "Bo Lund från Region Norrby"."""
    stated = _FROM.match(text)
    if stated and name_in(stated["name"]) and not principal_of(stated["name"]):
        return False
    return bool(principal_of(text) or words.ORGANISATION_SIGN.search(text))


def _person(text: str, organisation: str | None) -> PlanMember | None:
    if (stated := _FROM.match(text)) and name_in(stated["name"]):
        text, organisation = stated["name"], organisation_in(stated["organisation"])
    name = name_in(text)
    return PlanMember(name, organisation, principal_of(organisation or "")) if name else None
