"""Which words of "Ansvarig" mean no more than everybody in the group?"""

import re
from typing import Final

_GROUP: Final = """
    arbetsgrupp arbetsgruppen arbetsgruppens grupp gruppen gruppens projektgruppen ag
    arbejdsgruppe arbejdsgruppen arbeidsgruppe arbeidsgruppen arbeidsgruppa gruppa
    group group's workgroup team teamet
"""
_EVERYBODY: Final = """
    alla allas allihop samtliga samtligas gemensamt tillsammans vi
    alle alles samtlige felles fælles sammen
    all everyone everybody each jointly together we us
"""
_MEMBERS: Final = """
    medlem medlemmar medlemmarna gruppmedlemmar gruppmedlemmarna
    ledamot ledamöter ledamöterna deltagare deltagarna
    representant representanter representanten representanterna
    medlemmer medlemmerne medlemmene deltakere deltakerne deltagere deltagerne
    repræsentanter representantene
    member members participants representative representatives
"""
_BETWEEN: Final = """
    hela hele den de i inom av från ur för som är med
    af fra for the whole entire working in of from who are
"""
_SAYS_NO_MORE: Final = frozenset(f"{_GROUP} {_EVERYBODY} {_MEMBERS} {_BETWEEN}".split())
_TELLS: Final = frozenset(f"{_GROUP} {_EVERYBODY} {_MEMBERS}".split())


def says_everybody(wording: str) -> bool:
    """Every word of it, and nothing else: "samtliga i gruppen", "alla"."""
    words = _words(wording)
    return set(words) <= _SAYS_NO_MORE and not _TELLS.isdisjoint(words)


def telling_words(wording: str) -> str:
    """Which organisation or group, where it says "the members from" it."""
    words = _words(wording)
    while words and words[0] in _SAYS_NO_MORE:
        words = words[1:]
    while words and words[-1] in _SAYS_NO_MORE:
        words = words[:-1]
    return " ".join(words)


def _words(wording: str) -> list[str]:
    return re.findall(r"\w[\w’'&-]*", wording.casefold().replace("var och en", "alla"))
