"""The years that an item names, and what it says when there is no such period."""

from typing import Any

from deadlines.numerals import CENTURY, century

Values = list[Any]


class NoSuchPeriodError(ValueError):
    """Words that look like a period that does not exist: 31 February, quarter 7."""


def fields_of(tags: str, values: Values) -> dict[str, Any]:
    """Each value under its tag; of a tag that comes again, the last."""
    return dict(zip(tags, values))  # noqa: B905 - a line has a value for each tag


def year_in(fields: dict[str, Any]) -> int | None:
    """The year that an item names, or the first of a pair."""
    if "Y" in fields:
        return int(fields["Y"])
    if "y" in fields:
        return int(fields["y"])
    return int(fields["A"][0]) if "A" in fields else None


def year_or_short(tags: str, values: Values, fields: dict[str, Any]) -> int | None:
    if tags[-1] == "n" and "Y" not in fields:
        return century(values[-1])
    return year_in(fields)


def last_year(tags: str, values: Values) -> int:
    first, last = first_year(tags, values), values[-1]
    return first // CENTURY * CENTURY + last if last < CENTURY else int(last)


def has_dash(tags: str) -> bool:
    """Between years, not as in "mid-term"."""
    return "-" in tags.lstrip("E-i@r=")


def first_year(tags: str, values: Values) -> int:
    """The year before the dash of 2022-23."""
    return int(next(value for tag, value in zip(tags, values, strict=True) if tag in "Yy"))


def numbers_in(tags: str, values: Values) -> list[int]:
    """The plain and ordinal numbers, from left to right."""
    return [value for tag, value in zip(tags, values) if tag in "no"]  # noqa: B905 - as above
