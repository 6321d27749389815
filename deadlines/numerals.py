"""Reads what is written with digits: dates, years, week numbers, and what only looks like them."""

import re
from collections.abc import Callable
from datetime import date
from itertools import product
from typing import cast

from deadlines.vocabulary import Token

Parts = list[int]

NEITHER: list[Token] = [("4", 0)]  # digits that are no time
NO_SUCH_DAY: list[Token] = [("4", "day")]  # written as a day, but there is none like it
DIGITS = re.compile(r"\d+")
ZEROS = str.maketrans("123456789", "000000000")
ORDINAL_ENDINGS = ("st", "nd", "rd", "th", ":a", ":e", "a", "e", ":de", ":te", ":dje", "de", "te")
PIVOT = 70
DECEMBER = 12
LONGEST_MONTH = 31
CENTURY = 100
FIRST_YEAR, END_OF_YEARS = 1900, 2100
LONGEST_PLAN = 50  # years; what stretches further is a number: SI 2012/2089
WHOLE_DATE = 3  # parts


def century(year: int) -> int:
    """'22 is 2022 and '84 is 1984."""
    return year + (2000 if year < PIVOT else 1900) if year < CENTURY else year


def tokens_of(numeral: str, lang: str) -> list[Token]:
    """The tokens of one chunk of digits and signs."""
    plain = PLAIN.get(numeral)
    if plain:
        return plain
    read = SHAPES.get(numeral.translate(ZEROS))
    if read is None:
        return NEITHER
    return read([int(part) for part in DIGITS.findall(numeral)], lang)


def _day(year: int, month: int, day: int) -> list[Token]:
    try:
        return [("D", date(century(year), month, day))]
    except ValueError:
        return NEITHER


def _number(parts: Parts, _lang: str) -> list[Token]:
    return [("n", parts[0])]


def _count(parts: Parts, _lang: str) -> list[Token]:
    """As in 180 days: too many for a day, a week or a quarter."""
    return [("k", parts[0])]


def _four(parts: Parts, _lang: str) -> list[Token]:
    return [("Y" if FIRST_YEAR <= parts[0] < END_OF_YEARS else "4", parts[0])]


def _ordinal(parts: Parts, _lang: str) -> list[Token]:
    return [("o", parts[0])]


def _ymd(parts: Parts, _lang: str) -> list[Token]:
    return _day(parts[0], parts[1], parts[2])


def _dmy(parts: Parts, lang: str) -> list[Token]:
    day, month, year = parts
    found = _day(year, month, day)
    if found is NEITHER and month > DECEMBER:
        return _day(year, day, month)
    if lang == "en" and found is not NEITHER and day <= DECEMBER and day != month:
        return [("d", (day, month)), ("y", century(year))]
    return found


def _short_dashes(parts: Parts, lang: str) -> list[Token]:
    found = _ymd(parts, lang) if lang == "sv" else NEITHER
    return _dmy(parts, lang) if found is NEITHER else found


def _packed(parts: Parts, _lang: str) -> list[Token]:
    rest, day = divmod(parts[0], CENTURY)
    year, month = divmod(rest, CENTURY)
    return _day(year, month, day)


def _packed_range(parts: Parts, lang: str) -> list[Token]:
    """220901-221031; a phone or registry number has no two days in order."""
    first, last = (_packed([part], lang) for part in parts)
    if NEITHER in (first, last) or cast("date", first[0][1]) > cast("date", last[0][1]):
        return NEITHER
    return [*first, ("-", 0), *last]


def _day_month(parts: Parts, lang: str) -> list[Token]:
    first, second = parts
    if second == first + 1 and second > DECEMBER:
        return [("A", (century(first), century(second)))]
    if 1 <= first <= LONGEST_MONTH and 1 <= second <= DECEMBER:
        return [("d", (first, second))]
    if lang == "en" and 1 <= first <= DECEMBER and second <= LONGEST_MONTH:
        return [("d", (second, first))]
    return NEITHER


def _dotted(parts: Parts, _lang: str) -> list[Token]:
    day, month = parts
    return (
        [("e", (day, month))] if 1 <= day <= LONGEST_MONTH and 1 <= month <= DECEMBER else NEITHER
    )


def _written_as_day(read: Callable[[Parts, str], list[Token]]) -> Callable[..., list[Token]]:
    """For shapes that are days and little else: 2026-13-01 is no number either."""

    def found(parts: Parts, lang: str) -> list[Token]:
        tokens = read(parts, lang)
        of_our_time = FIRST_YEAR <= max(parts) < END_OF_YEARS
        return NO_SUCH_DAY if tokens is NEITHER and of_our_time else tokens

    return found


def _number_and_year(parts: Parts, _lang: str) -> list[Token]:
    """The 2,2026 of "Q2,2026" and "March 4,2026"."""
    if not FIRST_YEAR <= parts[1] < END_OF_YEARS:
        return NEITHER
    return [("n", parts[0]), (",", 0), ("Y", parts[1])]


def _month_year(parts: Parts, _lang: str) -> list[Token]:
    month, year = parts
    if not FIRST_YEAR <= year < END_OF_YEARS:
        return NEITHER
    return (
        [("B", (year, month))] if 1 <= month <= DECEMBER else [("n", month), ("/", 0), ("Y", year)]
    )


def _year_dash(parts: Parts, _lang: str) -> list[Token]:
    year, second = parts
    if not FIRST_YEAR <= year < END_OF_YEARS:
        return NEITHER
    if 1 <= second <= DECEMBER:
        return [("B", (year, second))]
    return [("Y", year), ("-", 0), ("y", century(second))] if century(second) > year else NEITHER


def _years(parts: Parts, _lang: str) -> list[Token]:
    first, second = parts
    if second == first + 1 and first > FIRST_YEAR:
        return [("Y", first), ("-", 0), ("Y", second)]
    return (
        [("Y", first), ("-", 0), ("Y", second)]
        if FIRST_YEAR < first < second < min(END_OF_YEARS, first + LONGEST_PLAN)
        else NEITHER
    )


def _year_slash(parts: Parts, _lang: str) -> list[Token]:
    first, second = (
        parts[0],
        parts[1] + (parts[0] // CENTURY * CENTURY if parts[1] < CENTURY else 0),
    )
    if second == first + 1:
        return [("A", (first, second))]
    if first < second < min(END_OF_YEARS, first + LONGEST_PLAN):
        return [("Y", first), ("/", 0), ("Y", second)]
    is_month = FIRST_YEAR <= first < END_OF_YEARS and 1 <= parts[1] <= DECEMBER
    return [("B", (first, parts[1]))] if is_month else NEITHER  # 2024/05, where 2023/24 is a year


def _joined(*widths: int) -> Callable[[Parts, str], list[Token]]:
    """Two numerals with a dash between, each read on its own."""

    def read(parts: Parts, lang: str) -> list[Token]:
        cut = widths[0]
        left, right = _part(parts[:cut], lang), _part(parts[cut:], lang)
        return NEITHER if NEITHER in (left, right) else [*left, ("-", 0), *right]

    return read


def _part(parts: Parts, lang: str) -> list[Token]:
    if len(parts) == 1:
        return _number(parts, lang)
    if len(parts) == WHOLE_DATE:
        return _ymd(parts, lang) if parts[0] > LONGEST_MONTH else _dmy(parts, "sv")
    if parts[0] > FIRST_YEAR:
        return _year_slash(parts, lang)
    return _month_year(parts, lang) if parts[1] > LONGEST_MONTH else _day_month(parts, lang)


def _with_year(parts: Parts, lang: str) -> list[Token]:
    found = _day_month(parts[:2], lang)
    return NEITHER if found is NEITHER else [*found, ("y", century(parts[2]))]


def _days_of_short_year(parts: Parts, lang: str) -> list[Token]:
    """15/3-20/3-26."""
    found = _joined(2)(parts[:4], lang)
    return NEITHER if found is NEITHER else [*found, ("y", century(parts[4]))]


def _year_then_day(parts: Parts, lang: str) -> list[Token]:
    found = _day_month(parts[1:], lang)
    return NEITHER if found is NEITHER else [("Y", parts[0]), ("-", 0), *found]


def _shapes() -> dict[str, Callable[[Parts, str], list[Token]]]:
    templates: dict[str, Callable[[Parts, str], list[Token]]] = {
        "d": _number,
        "000": _count,
        "0000": _four,
        "0000-d-d": _written_as_day(_ymd),
        "0000.d.d": _ymd,
        "0000/d/d": _ymd,
        "00000000": _packed,
        "000000": _packed,
        "000000-000000": _packed_range,
        "00000000-00000000": _packed_range,
        "d.d.0000": _written_as_day(_dmy),
        "d/d/0000": _written_as_day(_dmy),
        "d-d-0000": _dmy,
        "d/d-0000": _written_as_day(_dmy),
        "d,0000": _number_and_year,
        "d.d.00": _dmy,
        "d/d/00": _dmy,
        "d/d-00": _with_year,
        "00-00-00": _short_dashes,
        "d/d": _day_month,
        "d.d": _dotted,
        "d/0000": _month_year,
        "d.0000": _month_year,
        "d-0000": _month_year,
        "0000-00": _year_dash,
        "0000-d/d": _year_then_day,
        "0000/00": _year_slash,
        "0000/0000": _year_slash,
        "0000-0000": _years,
        "d-d": _joined(1),
        "d-d/d": _joined(1),
        "d-d/0000": _joined(1),
        "d-d.d.0000": _joined(1),
        "d-d/d/0000": _joined(1),
        "d/d-d/d": _joined(2),
        "d/d-d/d/0000": _joined(2),
        "d/d-d/d-00": _days_of_short_year,
        "d.d-d.d.0000": _joined(2),
        "d/0000-d/0000": _joined(2),
        "d.d.0000-d.d.0000": _joined(3),
        "d/d/0000-d/d/0000": _joined(3),
        "0000/00-0000/00": _joined(2),
        "0000/0000-0000/0000": _joined(2),
        "0000-00-00/0000-00-00": _joined(3),
        "0000-00-00-0000-00-00": _joined(3),
    } | {f"d{ending}": _ordinal for ending in ORDINAL_ENDINGS}
    return {shape: read for template, read in templates.items() for shape in _spelled(template)}


def _spelled(template: str) -> list[str]:
    """Each way to write a day or month, with one digit or two; an ordinal's ending stays."""
    if template[1:].lstrip(":").isalpha():
        return ["0" + template[1:], "00" + template[1:]]
    places = template.count("d")
    return [
        template.replace("d", "{}").format(*digits)
        for digits in product(("0", "00"), repeat=places)
    ]


SHAPES = _shapes()
# The numerals that stand in most wordings: years, and days, weeks or quarters.
PLAIN = {str(year): _four([year], "") for year in range(FIRST_YEAR, END_OF_YEARS)} | {
    str(number): _number([number], "") for number in range(CENTURY)
}
