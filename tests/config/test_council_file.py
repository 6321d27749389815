from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from config.calendar import CalendarChoices, working_calendar
from config.council import CouncilFile, CouncilFileError, read_council_file
from config.settings import BadSettingError, UnknownSettingError, load_settings
from deadlines.conventions import DEFAULT, conventions_from


def written(folder: Path, text: str) -> Path:
    file = folder / "council.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_everything_has_a_default(tmp_path: Path) -> None:
    assert read_council_file(tmp_path / "none.yaml", must_exist=False) == CouncilFile()


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert read_council_file(written(tmp_path, "# inget än\n"), must_exist=True) == CouncilFile()


def test_a_council_may_choose(tmp_path: Path) -> None:
    text = "name: Rådet i Sjö\npolicy:\n  lead:\n    season: [30, 5]\ncalendar:\n  pauses: []\n"
    file = read_council_file(written(tmp_path, text), must_exist=True)
    assert (file.name, file.policy.lead.season, file.calendar.pauses) == (
        "Rådet i Sjö",
        (30, 5),
        (),
    )


def test_a_council_says_what_its_words_mean(tmp_path: Path) -> None:
    text = "deadlines:\n  autumn_sv: 9-11\n  leave_last: 08-20\n  fiscal_year_month: 7\n"
    conventions = read_council_file(written(tmp_path, text), must_exist=True).conventions
    assert conventions == conventions_from(
        {"autumn_sv": "9-11", "leave_last": "08-20", "fiscal_year_month": 7}
    )


def test_without_a_section_the_conventions_are_our_own() -> None:
    assert CouncilFile().conventions == DEFAULT


def test_a_council_has_its_night(tmp_path: Path) -> None:
    at = datetime(2023, 5, 19, 22, 30, tzinfo=UTC)
    assert CouncilFile().calendar.is_night(at)
    none = read_council_file(written(tmp_path, "calendar: {quiet_hours: null}\n"), must_exist=True)
    assert not none.calendar.is_night(at)
    unquoted = "calendar:\n  quiet_hours: {from: 22:45, to: 6:00}\n"
    file = read_council_file(written(tmp_path, unquoted), must_exist=True)
    assert not file.calendar.is_night(at)
    assert file.calendar.is_night(at.replace(minute=45))
    later = "calendar:\n  quiet_hours: {from: '23:00', to: '05:00'}\n"
    assert not read_council_file(written(tmp_path, later), must_exist=True).calendar.is_night(at)


def test_what_cannot_wait_may_use_a_squeeze_day() -> None:
    calendar = working_calendar(CalendarChoices(), around=date(2023, 5, 19))
    squeeze_day, ascension = date(2023, 5, 19), date(2023, 5, 18)
    assert not calendar.is_working(squeeze_day)
    assert calendar.may_be_written_on(squeeze_day)
    assert not calendar.may_be_written_on(ascension)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(
            "name: X\npolicy:\n  check_in: ofta\n", 3, id="a word where a number should be"
        ),
        pytest.param("name: X\npolice: {}\n", 2, id="a key that does not exist"),
        pytest.param("policy:\n  lead:\n    season: [5, 30]\n", 3, id="days in the wrong order"),
        pytest.param(
            "calendar:\n  pauses:\n  - {from: '07-01', to: '07-40'}\n", 3, id="no such day"
        ),
        pytest.param(
            "name: X\ndeadlines:\n  autumn_sv: 9-12\n  leave_first: midsommar\n",
            4,
            id="a convention that is no day",
        ),
        pytest.param(
            "policy:\n  groups:\n    sjo:\n      quiet: 1\n      overdue: [8, 1]\n",
            5,
            id="a group's own rule",
        ),
        pytest.param("deadlines:\n  autum_sv: 9-12\n", 2, id="an unknown convention"),
        pytest.param("name: X\ndeadlines: 9-12\n", 2, id="conventions that are no mapping"),
        pytest.param("name: [unfinished\n", 2, id="no YAML at all"),
        pytest.param("- a\n- b\n", 1, id="a list"),
    ],
)
def test_a_wrong_file_is_told_by_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(CouncilFileError) as told:
        read_council_file(written(tmp_path, text), must_exist=True)
    assert told.value.values["line"] == line


def test_a_named_file_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(CouncilFileError):
        read_council_file(tmp_path / "none.yaml", must_exist=True)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        pytest.param(date(2023, 6, 23), False, id="midsummer's eve"),
        pytest.param(date(2023, 12, 22), True, id="the Friday before Christmas"),
        pytest.param(date(2025, 12, 24), False, id="Christmas Eve on a Wednesday"),
        pytest.param(date(2023, 5, 19), False, id="the Friday after Ascension"),
        pytest.param(date(2023, 6, 5), False, id="the Monday before a holiday Tuesday"),
        pytest.param(date(2023, 7, 12), False, id="July"),
        pytest.param(date(2023, 8, 1), True, id="the first of August"),
        pytest.param(date(2022, 11, 28), True, id="a plain Monday"),
        pytest.param(date(2024, 1, 6), False, id="a Saturday that is a holiday too"),
    ],
)
def test_when_people_work_in_sweden(day: date, works: bool) -> None:
    assert working_calendar(CalendarChoices(), around=day).is_working(day) is works


def test_a_council_may_work_through_july_and_rest_on_another_day() -> None:
    choices = CalendarChoices(pauses=(), extra=(date(2023, 8, 1),), squeeze_days=False)
    calendar = working_calendar(choices, around=date(2023, 8, 1))
    assert calendar.is_working(date(2023, 7, 12))
    assert calendar.is_working(date(2023, 6, 5))
    assert not calendar.is_working(date(2023, 8, 1))


def test_a_pause_may_run_over_new_year() -> None:
    choices = CalendarChoices.model_validate({"pauses": [{"from": "12-21", "to": "01-08"}]})
    calendar = working_calendar(choices, around=date(2022, 12, 22))
    assert not calendar.is_working(date(2022, 12, 22))
    assert not calendar.is_working(date(2023, 1, 5))


@pytest.mark.parametrize("country", ["XX", "se"])
def test_a_country_that_nobody_knows_is_told(tmp_path: Path, country: str) -> None:
    with pytest.raises(CouncilFileError) as told:
        read_council_file(written(tmp_path, f"calendar:\n  country: {country}\n"), must_exist=True)
    assert told.value.values["line"] == 2


def test_another_country_has_its_own_holidays() -> None:
    calendar = working_calendar(CalendarChoices(country="NO", pauses=()), around=date(2023, 5, 17))
    assert not calendar.is_working(date(2023, 5, 17))


def test_a_pause_may_end_on_a_leap_day() -> None:
    pause = {"from": "02-28", "to": "02-29"}
    choices = CalendarChoices.model_validate({"pauses": [pause]})
    calendar = working_calendar(choices, around=date(2024, 2, 29))
    assert not calendar.is_working(date(2024, 2, 29))
    assert calendar.is_working(date(2023, 3, 1))


def test_settings_come_from_the_environment(tmp_path: Path) -> None:
    settings = load_settings({"TIDPLAN_HOME": str(tmp_path), "PATH": "/bin"})
    assert settings.database == f"sqlite:///{tmp_path}/tidplan.db"
    assert settings.moment(date(2022, 11, 28)).isoformat() == "2022-11-28T08:00:00+01:00"
    assert settings.moment(date(2022, 6, 1)).isoformat() == "2022-06-01T08:00:00+02:00"
    assert settings.moment(None).tzinfo is not None


def test_an_unknown_setting_is_refused_with_its_neighbour() -> None:
    with pytest.raises(UnknownSettingError) as told:
        load_settings({"TIDPLAN_MAIL_ADRESS": "x"})
    assert str(told.value.values["like"]).startswith("TIDPLAN_MAIL")


def test_a_bad_setting_is_named() -> None:
    with pytest.raises(BadSettingError) as told:
        load_settings({"TIDPLAN_LANGUAGE": "de"})
    assert told.value.values["name"] == "TIDPLAN_LANGUAGE"
