"""Which function reads which kind of item that the grammar finds."""

from collections.abc import Callable

from deadlines import reading_days, reading_periods, relative
from deadlines.naming import Values
from deadlines.periods import House
from deadlines.spans import Span

Reader = Callable[[str, Values, House], Span]

READERS: dict[str, Reader] = {
    "some_of_the_year": reading_days.some_of_the_year,
    "some_units": reading_days.some_units,
    "iso_day": reading_days.iso_day,
    "spaced_day": reading_days.spaced_day,
    "two_dates": reading_days.two_dates,
    "some_days": reading_days.some_days,
    "some_months": reading_days.some_months,
    "named_day": reading_days.named_day,
    "date_each_month": relative.date_each_month,
    "each_month": relative.each_month,
    "each_year": relative.each_year,
    "nth_day": reading_days.nth_day,
    "nth_week": reading_days.nth_week,
    "half_month": reading_days.half_month,
    "month_day": reading_days.month_day,
    "date": reading_days.date_span,
    "day_only": relative.day_number,
    "weekday": relative.weekday,
    "relative": relative.relative,
    "relative_end": relative.relative_end,
    "today": relative.today,
    "within": relative.lapse,
    "ahead": relative.lapse,
    "slashed": reading_days.slashed,
    "weekday_in_week": relative.weekday_in_week,
    "week": reading_days.week,
    "season": reading_periods.season,
    "leave": reading_periods.leave,
    "term": reading_periods.term,
    "numbered": reading_periods.numbered,
    "academic": reading_periods.academic,
    "fiscal": reading_periods.fiscal,
    "turning": reading_periods.turning,
    "feast": reading_periods.feast_span,
    "month": reading_days.month,
    "split_of_what": reading_periods.split_of_what,
    "year": reading_periods.year,
}
