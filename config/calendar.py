"""The days on which nobody works, from the council's own words."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from rules.policy import Strict
from rules.quiet_hours import is_night
from rules.working_days import WorkingCalendar, squeeze_days


class Pause(Strict):
    """A yearly rest, both days included, as MM-DD."""

    start: str = Field(alias="from")
    end: str = Field(alias="to")

    @field_validator("start", "end")
    @classmethod
    def _a_day(cls, written: str) -> str:
        try:
            known = date.fromisoformat(f"2024-{written}")  # a leap year knows every day
        except ValueError:
            known = None
        if known is None or known.isoformat() != f"2024-{written}":
            raise PydanticCustomError("fault.month_day", "no day of a year")
        return written

    def days(self, year: int) -> set[date]:
        first, last = self._day(year, self.start), self._day(year, self.end)
        if last < first:
            last = self._day(year + 1, self.end)
        return {first + timedelta(days=number) for number in range((last - first).days + 1)}

    @staticmethod
    def _day(year: int, written: str) -> date:
        if written == "02-29":
            return date(year, 3, 1) - timedelta(days=1)
        return date.fromisoformat(f"{year}-{written}")


class QuietHours(Strict):
    """The night, by the council's clock: nothing is sent from the first time until the second."""

    begins: time = Field(time(21), alias="from")
    ends: time = Field(time(6), alias="to")

    @field_validator("begins", "ends")
    @classmethod
    def _by_the_councils_clock(cls, written: time) -> time:
        if written.tzinfo is not None:
            raise PydanticCustomError("fault.time", "a time of another zone")
        return written

    @field_validator("begins", "ends", mode="before")
    @classmethod
    def _unquoted(cls, written: object) -> object:
        """YAML reads 21:00 without quotes as a number of minutes."""
        if not isinstance(written, int):
            return written
        hours, minutes = divmod(written, 60)
        return f"{hours:02d}:{minutes:02d}"


class CalendarChoices(Strict):
    """country: whose holidays count, with the eves that people take off.

    quiet_hours: null sends at any hour.
    """

    country: str = "SE"
    squeeze_days: bool = True
    pauses: tuple[Pause, ...] = (Pause.model_validate({"from": "07-01", "to": "07-31"}),)
    extra: tuple[date, ...] = ()
    quiet_hours: QuietHours | None = QuietHours()

    def is_night(self, now: datetime) -> bool:
        """now: in the council's zone."""
        night = self.quiet_hours
        return night is not None and is_night(now.time(), begins=night.begins, ends=night.ends)

    @field_validator("country")
    @classmethod
    def _known_country(cls, code: str) -> str:
        if code != "SE" and code not in _countries():
            raise PydanticCustomError("fault.no_country", "no country of that code")
        return code


def _countries() -> frozenset[str]:
    from holidays import list_supported_countries  # noqa: PLC0415 - asked for by few

    return frozenset(list_supported_countries(include_aliases=False))


def _categories(choices: CalendarChoices) -> tuple[str, ...]:
    """In Sweden the eves of midsummer, Christmas and New Year are no holidays in law."""
    return ("public", "de_facto") if choices.country == "SE" else ("public",)


def working_calendar(choices: CalendarChoices, *, around: date) -> WorkingCalendar:
    """All days off from the year before `around` to two years after it."""
    return _calendar_of(choices, around.year)


@lru_cache(maxsize=64)
def _calendar_of(choices: CalendarChoices, year: int) -> WorkingCalendar:
    from holidays import country_holidays  # noqa: PLC0415 - a third of a second that most commands do without

    years = range(year - 1, year + 3)
    found = country_holidays(choices.country, years=years, categories=_categories(choices))
    off = frozenset(found) | frozenset(choices.extra)
    squeeze = squeeze_days(off) if choices.squeeze_days else frozenset()
    rest = {day for pause in choices.pauses for one in years for day in pause.days(one)}
    return WorkingCalendar(off | squeeze | rest, squeeze=squeeze - rest)
