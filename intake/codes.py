"""Codes that open every row or point alike: "WI-1 Publish the draft", "KH 2 Boka lokal"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.candidates import Candidate
from intake.timewords import is_time
from intake.wording import key

MIN_CODED = 2
_CODE = re.compile(
    r"^(?P<code>(?P<letters>[A-ZÅÄÖÆØ]{1,6})[ .-]?\d{1,3}(?:[.-]\d{1,3})*[a-z]?)[.:)]?\s+(?=\S)"
)


def with_codes(found: list[Candidate]) -> list[Candidate]:
    """Numbers taken from the words, where each row opens with its own code of the same kind."""
    opened = [_CODE.match(one.description) for one in found]
    if len(found) < MIN_CODED or any(one.number for one in found) or not _alike(opened):
        return found
    return [
        replace(one, number=code["code"], description=one.description[code.end() :])
        for one, code in zip(found, opened, strict=True)
        if code
    ]


def _alike(opened: Sequence[re.Match[str] | None]) -> bool:
    """Whether all have one, none twice, and none is a time such as "Q1" or "V 34"."""
    codes = [one for one in opened if one]
    if len(codes) < len(opened) or any(is_time(one["code"]) for one in codes):
        return False
    distinct = {key(one["code"]) for one in codes}
    return len(distinct) == len(codes) and len({one["letters"] for one in codes}) == 1
