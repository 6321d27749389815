"""Rows of one text over all the columns: names of the rows below them, and times."""

import re
from collections.abc import Iterator
from dataclasses import replace

from intake.candidates import Candidate
from intake.document import doubt
from intake.timewords import has_year, is_time
from intake.wording import key

MAX_WORDS = 8
_YEAR = re.compile(r"(?:år(?:et)?\s|year\s)?(?P<year>(?:19|20)\d\d)", re.IGNORECASE)


def without_bands(found: list[Candidate]) -> list[Candidate]:
    """Rows of one short text name those below, where a table opens so or numbers the others."""
    found = list(_timed(found))
    alone = [_is_alone(one) for one in found]
    if not any(alone) or sum(alone) * 3 > len(found) * 2:
        return found
    numbered = sum(one.number is not None for one in found) * 2 > len(found)
    kept: list[Candidate] = []
    for one, lone, below in zip(found, alone, [*alone[1:], True], strict=True):
        if lone and not below and (numbered or alone[0]):
            continue
        kept.append(replace(one, doubts=(*one.doubts, doubt("lone_row"))) if lone else one)
    return kept


def _timed(found: list[Candidate]) -> Iterator[Candidate]:
    """Rows below a band that is a time are due then, unless they say it closer themselves."""
    band = ""
    timed = any(one.deadline for one in found)
    for one in found:
        if _is_alone(one) and is_time(one.description):
            band = one.description
        elif not band or one.bars:
            yield one
        elif one.deadline:
            yield replace(one, within=band) if has_year(band) else one
        else:
            yield one if timed and _YEAR.fullmatch(band) else replace(one, deadline=band)


def _is_alone(one: Candidate) -> bool:
    stated = one.number or one.responsible or one.deadline or one.bars
    short = len(one.description.split()) < MAX_WORDS and not one.description.endswith(".")
    return not stated and short and key(one.text) == key(one.description)
