"""How people head the columns of their own lists, and what they call roles."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

REQUIRED: Final = ("name", "email")

_HEADINGS: Final[Mapping[str, str]] = {
    "name": """
        namn | för- och efternamn | fullständigt namn | person | medlem | ledamot
        | name | full name | member | navn | fulde navn | fullt navn | medlemmer
    """,
    "first_name": """
        förnamn | tilltalsnamn | first name | given name | forename | fornavn
    """,
    "last_name": """
        efternamn | last name | surname | family name | efternavn | etternavn
    """,
    "email": """
        e-post | e-postadress | e-postadresser | epost adress | mejl | mejladress | mail
        | mailadress | email | email address | mail address | e-mailadresse | mailadresse
        | e-postadresse
    """,
    "organisation": """
        organisation | organisationer | arbetsplats | arbetsgivare | huvudman | organization
        | employer | workplace | organisasjon | arbejdsplads | arbejdsgiver | arbeidsplass
        | arbeidsgiver
    """,
    "language": "språk | brevspråk | language | sprog",
    "roles": "roller | roll | role | roles | rolle",
    "aliases": """
        alias | aliases | även känd som | också känd som | andra namn | also known as | other names
        | også kendt som | også kjent som | andre navne | andre navn
    """,
}
_ROLES: Final[Mapping[str, str]] = {
    "committee": """
        committee | executive committee | arbetsutskott | arbetsutskottet | au
        | forretningsudvalg | forretningsudvalget | arbeidsutvalg | arbeidsutvalget
    """,
    "secretariat": "secretariat | kansli | kansliet | sekretariat | sekretariatet",
    "chair": "chair | chairperson | ordförande | ordföranden | formand | leder",
    "convenor": """
        convenor | convener | sammankallande | sammankallaren | indkalder | tovholder
        | sammenkaller
    """,
    "secretary": "secretary | sekreterare | sekreteraren | sekretær",
    "member": "member | medlem | ledamot | deltagare | deltager | deltaker",
}


def _letters(written: str) -> str:
    """Case, white space, punctuation, and what stands in brackets do not tell."""
    return re.sub(r"\([^)]*\)|[\W_]", "", written.casefold())


def _by_word(listed: Mapping[str, str]) -> dict[str, str]:
    return {_letters(one): name for name, words in listed.items() for one in words.split("|")}


_COLUMN_OF: Final = _by_word(_HEADINGS)
_ROLE_OF: Final = _by_word(_ROLES)


def role_called(written: str) -> str | None:
    return _ROLE_OF.get(_letters(written))


def columns_of(headings: Sequence[str]) -> list[str | None]:
    """What each holds; None: nothing of ours. "Namn" beside "Efternamn" is the first name."""
    found = [_COLUMN_OF.get(_letters(one)) for one in headings]
    if "last_name" in found and "first_name" not in found:
        return ["first_name" if one == "name" else one for one in found]
    return found


def missing_columns(columns: Sequence[str | None]) -> list[str]:
    there = set(columns)
    if {"first_name", "last_name"} <= there:
        there.add("name")
    return [name for name in REQUIRED if name not in there]
