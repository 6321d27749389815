"""What a council means by hösten, före sommaren, årsskiftet and a fiscal year."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

MonthDay = tuple[int, int]
Months = tuple[int, int]
MONTH_DAY = re.compile(r"(\d\d)-(\d\d)$")
DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LAST_MONTH = 12


class InvalidConventionsError(ValueError):
    """A convention that does not exist or whose value cannot be read.

    kind: unknown_name, number_between, months or month_day; values: the names that are known, or
    the lowest and highest number.
    """

    def __init__(self, text: str, *, kind: str, **values: object) -> None:
        super().__init__(text)
        self.kind = kind
        self.values = values


@dataclass(frozen=True, slots=True)
class Conventions:
    """Our reading of vague words; each can be set by a council (docs/deadlines.md).

    Seasons are first and last month, both included; winter begins in the year that is named.
    leave_first, leave_last: the summer leave, month and day. "Before the summer" ends the day
    before it, "after the summer" begins the day after it.
    """

    spring_sv: Months = (1, 6)
    summer_sv: Months = (6, 8)
    autumn_sv: Months = (8, 12)
    winter_sv: Months = (12, 2)
    spring_en: Months = (3, 5)
    summer_en: Months = (6, 8)
    autumn_en: Months = (9, 11)
    winter_en: Months = (12, 2)
    leave_first: MonthDay = (7, 1)
    leave_last: MonthDay = (8, 15)
    before_christmas_sv: MonthDay = (12, 23)
    before_christmas_en: MonthDay = (12, 24)
    turn_of_year: MonthDay = (12, 31)
    term_from: MonthDay = (8, 28)  # the autumn term starts the first Monday from this day
    term_weeks: int = 20
    fiscal_year_month: int = 1
    split_fiscal_year_month: int = 4
    split_business_year_month: int = 7
    week_ends_on: int = 7
    working_week_ends_on: int = 5

    def season(self, name: str, lang: str) -> Months:
        months: Months = getattr(self, f"{name}_{lang}")
        return months


DEFAULT = Conventions()


def conventions_from(mapping: Mapping[str, object]) -> Conventions:
    """The default with the given changes: `{"autumn_sv": "9-12", "leave_first": "06-20"}`.

    Seasons are written "9-12", days "MM-DD", the rest as whole numbers.
    """
    known = {field.name for field in fields(Conventions)}
    if unknown := sorted(set(mapping) - known):
        raise InvalidConventionsError(
            f"{unknown[0]!r} is not a convention; known are: {', '.join(sorted(known))}",
            kind="unknown_name",
            known=sorted(known),
        )
    changes: dict[str, Any] = {name: _read(name, value) for name, value in mapping.items()}
    return replace(DEFAULT, **changes)


def as_written(conventions: Conventions, name: str) -> str | int:
    """One convention as a council's file would have it."""
    value: int | MonthDay = getattr(conventions, name)
    if isinstance(value, int):
        return value
    first, last = value
    return f"{first}-{last}" if _is_season(name) else f"{first:02}-{last:02}"


def _is_season(name: str) -> bool:
    return name.rpartition("_")[2] in ("sv", "en") and not name.startswith("before")


def _read(name: str, value: object) -> object:
    default = getattr(DEFAULT, name)
    if isinstance(default, int):
        return _whole_number(name, value)
    if _is_season(name):
        return _months(name, value)
    return _month_day(name, value)


def _whole_number(name: str, value: object) -> int:
    highest = {"term_weeks": 26, "week_ends_on": 7, "working_week_ends_on": 7}.get(
        name, LAST_MONTH
    )
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= highest:
        raise InvalidConventionsError(
            f"{name} should be a number from 1 to {highest}, not {value!r}",
            kind="number_between",
            lowest=1,
            highest=highest,
        )
    return value


def _months(name: str, value: object) -> Months:
    parts = str(value).split("-")
    if len(parts) != len(("first", "last")) or not all(
        part.isdecimal() and 1 <= int(part) <= LAST_MONTH for part in parts
    ):
        raise InvalidConventionsError(
            f'{name} should be two months such as "8-12", not {value!r}', kind="months"
        )
    return int(parts[0]), int(parts[1])


def _month_day(name: str, value: object) -> MonthDay:
    found = MONTH_DAY.match(str(value))
    if not found or not 1 <= int(found[1]) <= LAST_MONTH:
        raise InvalidConventionsError(
            f'{name} should be a day such as "06-30", not {value!r}', kind="month_day"
        )
    if not 1 <= int(found[2]) <= DAYS_IN_MONTH[int(found[1]) - 1]:
        raise InvalidConventionsError(
            f"{name} names a day that does not exist: {value!r}", kind="month_day"
        )
    return int(found[1]), int(found[2])
