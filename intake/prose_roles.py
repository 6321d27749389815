"""People whom a sentence on something else names by role: "technical leads (Ann Reed)"."""

import re
from collections.abc import Iterator

from intake import people_vocabulary as words
from intake.names import name_in, organisation_in, principal_of
from intake.prose_members import only_people, people_in
from intake.wording import fold
from models.values import PlanMember

_WORD = r"[A-ZÅÄÖÆØÉ][\w'’-]+"
_NAME = rf"{_WORD}(?:\s{_WORD}){{1,2}}"
_ROLE = rf"(?:[\w-]*(?:{'|'.join(words.ROLES_IN_PROSE)}))"
_DOES = rf"(?:{'|'.join(words.TAKES_PART)})"
# Region Norrby projektledare Alva Ek kommer att …
_OF_A_PLACE = re.compile(
    rf"(?:^|[,(]\s|\b[Tt]he\s)(?P<place>{_WORD}(?:\s(?:of|for|för|i|{_WORD}|\([A-ZÅÄÖ]+\))){{0,9}})(?:'s|’s|s')?"
    rf"(?:\s[a-zåäöæø]+)?\s{_ROLE},?\s(?P<name>{_NAME}),?\s{_DOES}\b"
)
# … with technical contacts (Ann Reed and Tim Roe)
_IN_BRACKETS = re.compile(rf"\b(?:{'|'.join(words.PEOPLE_IN_PROSE)})\s\((?P<names>[^()]+)\)")


def people_by_role(text: str) -> Iterator[PlanMember]:
    """Each whole name with a role in front of it, and the place whose role that is."""
    text = fold(text)
    for found in _OF_A_PLACE.finditer(text):
        place = organisation_in(found["place"])
        if place and name_in(found["name"]):
            yield PlanMember(found["name"], place, principal_of(place))
    for found in _IN_BRACKETS.finditer(text):
        if only_people(found["names"], labelled=True) or name_in(found["names"]):
            yield from people_in(found["names"])
