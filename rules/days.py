"""Days that may lie far ahead."""

from datetime import date, timedelta


def later(day: date, days: int) -> date:
    """`day` plus `days`; the calendar's last day where there is no later one."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max
