"""Members that a sentence names: "Gruppen består av Alva Ek (Region Norrby), Bo Lund från …"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from intake import people_vocabulary as words
from intake.names import name_in, organisation_in, principal_of, without_roles
from intake.wording import fold, sentences
from models.values import PlanMember

_LISTING = re.compile(rf"\b(?:{'|'.join(words.MEMBER_VERBS)})\b:?\s+(?=\S)", re.IGNORECASE)
_OTHERS = re.compile(rf"(?:{'|'.join(words.OTHER_BODIES)})", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,;]\s*(?:(?:och|and|og|samt)\s+)?|\s+(?:och|and|og|samt|&)\s+")
_IN_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<inside>[^()]+)\)(?P<after>.*)$")
_FROM = re.compile(
    r"^(?P<name>.+?)\s+(?:från|fra|from|vid|ved|at|representing|representerar|som representerar)"
    r"\s+(?P<organisation>.+)$"
)
_AND = re.compile(r"\s(?:och|and|og|samt|&)\s")
PAIR = 2
_TOGETHER = re.compile(
    r"^(?:alla|samtliga|båda|all|both|alle|begge)\s+(?:vid|från|i|at|of|from|ved|fra)\s+(?:the\s)?"
    r"(?P<organisation>.+)$",
    re.IGNORECASE,
)


def prose_members(text: str) -> Iterator[PlanMember]:
    """People in the sentences that say who the group consists of or is led by."""
    for sentence in _sentences(text):
        if (found := _LISTING.search(sentence)) and not _OTHERS.search(sentence[: found.end()]):
            yield from people_in(sentence[found.end() :])


def lists_people(text: str) -> bool:
    """Whether some sentence of the text opens a list of people."""
    return any(_LISTING.search(sentence) for sentence in _sentences(text))


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
        if waiting and (alternating or _tells_organisation(words_of)):
            person = None
        else:
            person = _person(words_of, organisation)
        if person:
            found.append(person)
        elif found and found[-1].organisation is None and (beside := organisation_in(words_of)):
            found[-1] = PlanMember(found[-1].name, beside, principal_of(beside))
    return found


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
    return bool(principal_of(text) or words.ORGANISATION_SIGN.search(text))


def _person(text: str, organisation: str | None) -> PlanMember | None:
    if (stated := _FROM.match(text)) and name_in(stated["name"]):
        text, organisation = stated["name"], organisation_in(stated["organisation"])
    name = name_in(text)
    return PlanMember(name, organisation, principal_of(organisation or "")) if name else None
