"""Writes windows in the Extended Date/Time Format (ISO 8601-2)."""

from datetime import date

from deadlines.deadline import Precision
from deadlines.spans import PLAIN, POINT


def one_period(start: date, due: date, unit: Precision, code: int) -> str:
    if code > POINT:
        return f"{start.year}-{code}"
    if code == POINT:
        return f"{due.isoformat()}~"
    if code == PLAIN and (unit != "day" or start == due):
        return plain(start, unit)
    return f"{start.isoformat()}/{due.isoformat()}"


def plain(day: date, unit: Precision) -> str:
    """As exact as the unit: a year, a month or a day."""
    if unit == "year":
        return f"{day.year:04}"
    return day.isoformat()[:7] if unit == "month" else day.isoformat()


def until(due: date, unit: Precision, code: int) -> str:
    return f"../{plain(due, unit) if code == PLAIN else due.isoformat()}"


def since(start: date, unit: Precision, code: int) -> str:
    return f"{plain(start, unit) if code == PLAIN else start.isoformat()}/.."
