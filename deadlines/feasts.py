"""Holidays by year: those that follow Easter, those that fall on a weekday, and fixed ones."""

from datetime import date, timedelta

from deadlines.periods import ONE_DAY, Days, House

FROM_EASTER = {
    "shrove_sunday": (-49, -49),
    "shrove_tuesday": (-47, -47),
    "ash_wednesday": (-46, -46),
    "palm_sunday": (-7, -7),
    "holy_week": (-7, -1),
    "maundy": (-3, -3),
    "good_friday": (-2, -2),
    "easter_eve": (-1, -1),
    "easter_day": (0, 0),
    "easter_monday": (1, 1),
    "easter": (-2, 1),
    "ascension": (39, 39),
    "whitsun_eve": (48, 48),
    "whitsun": (49, 49),
    "whit_monday": (50, 50),
    "trinity": (56, 56),
}
FIXED = {
    "christmas_eve": (12, 24, 0),
    "christmas": (12, 24, 2),
    "christmas_en": (12, 25, 0),
    "christmas_day": (12, 25, 0),
    "boxing_day": (12, 26, 0),
    "new_years_eve": (12, 31, 0),
    "new_year": (12, 31, 0),
    "between_days": (12, 27, 3),
    "new_years_day": (1, 1, 0),
    "epiphany_eve": (1, 5, 0),
    "epiphany": (1, 6, 0),
    "walpurgis": (4, 30, 0),
    "may_day": (5, 1, 0),
    "national_day": (6, 6, 0),
    "lucia": (12, 13, 0),
    "knut": (1, 13, 0),
    "burns_night": (1, 25, 0),
    "candlemas": (2, 2, 0),
    "valentine": (2, 14, 0),
    "st_david": (3, 1, 0),
    "womens_day": (3, 8, 0),
    "st_patrick": (3, 17, 0),
    "lady_day": (3, 25, 0),
    "st_george": (4, 23, 0),
    "europe_day": (5, 9, 0),
    "norway_day": (5, 17, 0),
    "denmark_day": (6, 5, 0),
    "independence_day": (7, 4, 0),
    "un_day": (10, 24, 0),
    "halloween": (10, 31, 0),
    "all_saints_en": (11, 1, 0),
    "bonfire_night": (11, 5, 0),
    "armistice_day": (11, 11, 0),
    "st_andrew": (11, 30, 0),
    "nobel_day": (12, 10, 0),
    "human_rights_day": (12, 10, 0),
}
# The first day in a span of seven that is this weekday: month, day, ISO weekday.
FIRST_WEEKDAY = {
    "midsummer": (6, 19, 5),
    "midsummer_eve": (6, 19, 5),
    "midsummer_day": (6, 20, 6),
    "all_saints": (10, 31, 6),
    "all_souls": (11, 1, 7),
    "mothers_day": (5, 25, 7),
    "fathers_day": (11, 8, 7),
    "remembrance_sunday": (11, 8, 7),
    "thanksgiving": (11, 22, 4),
    "labor_day": (9, 1, 1),
    "memorial_day": (5, 25, 1),
    "early_may_holiday": (5, 1, 1),
    "spring_holiday": (5, 25, 1),
    "august_holiday": (8, 25, 1),
    "last_sunday_of_the_church": (11, 20, 7),
    "advent": (11, 27, 7),
    "advent_2": (12, 4, 7),
    "advent_3": (12, 11, 7),
    "advent_4": (12, 18, 7),
}
SCHOOL_WEEKS = {"autumn_break": 44, "winter_break": 8}


def feast(year: int, name: str, _house: House) -> Days:
    """The days of a holiday; "easter" and "christmas" are the whole feast."""
    if name in FROM_EASTER:
        first, last = FROM_EASTER[name]
        sunday = easter_sunday(year)
        return sunday + timedelta(days=first), sunday + timedelta(days=last)
    if name in FIRST_WEEKDAY:
        found = _first_weekday(year, *FIRST_WEEKDAY[name])
        return found, found
    if name in SCHOOL_WEEKS:
        monday = date.fromisocalendar(year, SCHOOL_WEEKS[name], 1)
        return monday, monday + 6 * ONE_DAY
    month, day, more = FIXED[name]
    return date(year, month, day), date(year, month, day + more)


def before_feast(name: str, first: date, house: House) -> date:
    """The last day that is "before" a holiday as people mean it."""
    if name in ("new_year", "midsummer"):
        return first  # its eve is still before it
    if name in ("christmas", "christmas_en"):
        lang = "en" if house.lang == "en" else "sv"
        return date(first.year, *getattr(house.conventions, f"before_christmas_{lang}"))
    return first - ONE_DAY


def _first_weekday(year: int, month: int, day: int, weekday: int) -> date:
    start = date(year, month, day)
    return start + timedelta(days=(weekday - start.isoweekday()) % 7)


def easter_sunday(year: int) -> date:
    """Gregorian Easter by the tables of the reform of 1582, in whole numbers (Gauss)."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - sunday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
