from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from reports.foreseen import Foreseen, Future, Said, Window, by_day, by_group, by_person
from reports.foreseen_calendar import calendar_of
from reports.foreseen_difference import difference
from reports.foreseen_picture import MOST_PEOPLE, MOST_WINDOWS, Panel, picture_of
from reports.svg import dot

SVG = "{http://www.w3.org/2000/svg}"
FIRST, LAST = date(2022, 8, 1), date(2022, 12, 31)
AUTUMN = Window(
    uid="handledargruppen-1",
    number="1",
    group="Handledargruppen",
    description="Samla in <vilka> kurser & handledare",
    wording="Klart hösten -22",
    start=date(2022, 8, 1),
    due=date(2022, 12, 31),
    first_start=date(2022, 8, 1),
    first_due=date(2022, 12, 31),
    closed_on=None,
)
MOVED = date(2023, 3, 31)


def a_letter(name: str = "Anna Ek", day: date = date(2022, 11, 1), **given) -> Foreseen:
    address = f"{name.split(maxsplit=1)[0].lower()}@example.se"
    values = {"asks": ("handledargruppen-1",), "cases": (), "groups": ("Handledargruppen",)}
    return Foreseen(day, name, address, "reminder", "En fråga", **(values | given))


def a_window(number: int, **given) -> Window:
    values = {name: getattr(AUTUMN, name) for name in Window.__slots__}
    return Window(**(values | {"uid": f"h-{number}"} | given))


def a_future(*letters: Foreseen, **given) -> Future:
    return Future(FIRST, LAST, list(letters), **({"windows": [AUTUMN]} | given))


def drawn(*futures: Future, names: tuple[str, ...] = ("",)) -> ET.Element:
    panels = [Panel(name, future) for name, future in zip(names, futures, strict=True)]
    return ET.fromstring(picture_of(panels, "sv"))  # noqa: S314 - our own


def texts(picture: ET.Element, tag: str = "text") -> list[str]:
    return [one.text or "" for one in picture.iter(f"{SVG}{tag}")]


def test_letters_are_found_by_day_by_person_and_by_each_of_their_groups() -> None:
    one = a_letter(groups=("Vårdgruppen", "Handledargruppen"))
    other = a_letter("Bo Asp", groups=())
    future = a_future(one, other)
    assert by_day(future) == {"2022-11-01": [one, other]}
    assert by_person(future) == {
        "Anna Ek <anna@example.se>": [one],
        "Bo Asp <bo@example.se>": [other],
    }
    assert by_group(future) == {"Handledargruppen": [one], "Vårdgruppen": [one]}


def test_the_picture_shows_mails_a_week_a_person_and_the_windows() -> None:
    monday = date(2022, 11, 7)
    letters = [a_letter(day=monday + timedelta(days=number)) for number in (0, 1, 7)]
    picture = drawn(a_future(*letters))
    assert "Anna Ek" in texts(picture)
    assert "1. Samla in <vilka> kurser & handledare" in texts(picture)
    told = texts(picture, "title")
    assert {"2 brev vecka 45, 2022", "1 brev vecka 46, 2022"} <= set(told)
    assert "Klart hösten -22 · 2022-12-31" in told


def test_each_thing_that_happens_has_a_mark_of_its_own() -> None:
    uid = AUTUMN.uid
    future = a_future(
        a_letter(),
        opened=[(date(2022, 11, 2), uid)],
        raised=[(date(2022, 11, 3), uid)],
        answers=[Said(date(2022, 11, 4), uid, "Anna Ek", "done")],
        decisions=[Said(date(2022, 11, 5), uid, "Eva Holm", "park")],
        windows=[a_window(1, uid=uid, closed_on=date(2022, 11, 6))],
    )
    told = texts(drawn(future), "title")
    assert [one for one in told if one.startswith("2022-11-0")] == [
        "2022-11-01 fråga",
        "2022-11-04 svar",
        "2022-11-02 nytt ärende",
        "2022-11-03 höjt ärende",
        "2022-11-05 beslut",
        "2022-11-06 avslutad",
    ]


@pytest.mark.parametrize(
    ("window", "bars"),
    [
        pytest.param(AUTUMN, 1, id="a window"),
        pytest.param(a_window(2, start=None, first_start=None), 1, id="a last day"),
        pytest.param(
            a_window(2, start=None, due=None, first_start=None, first_due=None), 1, id="no end"
        ),
        pytest.param(a_window(2, due=MOVED), 2, id="moved: with what it was"),
        pytest.param(a_window(2, closed_on=FIRST - timedelta(days=1)), 0, id="over before"),
    ],
)
def test_a_window_is_drawn_from_its_first_day_through_its_last(window, bars) -> None:
    picture = drawn(a_future(windows=[window]))
    found = [one for one in picture.iter(f"{SVG}rect") if one.get("height") == "8.0"]
    assert len(found) == bars
    edges = [(float(one.get("x", 0)), float(one.get("width", 0))) for one in found]
    assert all(x >= 320 and width > 0 and x + width <= 1190 for x, width in edges)


def test_long_lists_end_with_how_many_more_there_are() -> None:
    letters = [a_letter(f"P{number} Ek") for number in range(MOST_PEOPLE + 2)]
    windows = [a_window(number) for number in range(MOST_WINDOWS + 1)]
    shown = texts(drawn(a_future(*letters, windows=windows)))
    assert {"och 2 personer till", "och 1 aktivitet till"} <= set(shown)


def test_two_policies_lie_below_each_other_with_their_names() -> None:
    shown = texts(drawn(a_future(a_letter()), a_future(), names=("a.yaml", "b.yaml")))
    assert {"a.yaml: 1 brev, 2022-08-01 – 2022-12-31", "b.yaml: 0 brev, 2022-08-01 – 2022-12-31"} <= set(shown)  # fmt: skip # noqa: E501


@pytest.mark.parametrize(("days", "marks"), [(200, 6), (1200, 13), (3600, 9)])
def test_days_are_marked_as_densely_as_they_can_be_read(days: int, marks: int) -> None:
    future = Future(FIRST, FIRST + timedelta(days=days), windows=[AUTUMN])
    assert len([one for one in texts(drawn(future)) if one.startswith("20")]) >= marks


def test_a_picture_holds_no_character_that_xml_does_not_know() -> None:
    assert ET.fromstring(dot(1, 1, 1, fill="red", told="a\x00<b")).tag == "circle"  # noqa: S314


def test_the_calendar_holds_letters_on_their_days_and_windows_over_theirs() -> None:
    future = a_future(a_letter(), windows=[AUTUMN, a_window(2, closed_on=date(2022, 9, 1))])
    events = Calendar.from_ical(calendar_of(future, "sv")).walk("VEVENT")
    assert [str(one["summary"]) for one in events] == ["Brev till Anna Ek", AUTUMN.description]
    letter, window = events
    assert letter.decoded("dtend") - letter.decoded("dtstart") == timedelta(days=1)
    assert "handledargruppen-1" in letter["description"]
    assert window.decoded("dtend") == date(2023, 1, 1)
    again = Calendar.from_ical(calendar_of(future, "sv")).walk("VEVENT")
    assert [one["uid"] for one in again] == [one["uid"] for one in events]


def test_what_differs_is_said_in_words() -> None:
    day = date(2022, 11, 1)
    one = a_future(a_letter(), a_letter("Bo Asp"), opened=[(day, "h-1"), (day, "h-2")])
    other = a_future(a_letter(), opened=[(day + timedelta(days=9), "h-1")], raised=[(day, "h-1")])
    assert difference(one, other, "sv") == [
        "1 brev mindre går ut: 1 i stället för 2.",
        "Ärenden: 1 i stället för 2.",
        "Den dag då flest brev går ut är de 1 i stället för 2.",
        "Bo Asp <bo@example.se> får 0 brev i stället för 1.",
        "Brev om Handledargruppen: 1 i stället för 2.",
        "h-1 blir ett ärende 2022-11-10 i stället för 2022-11-01.",
        "h-2 blir ett ärende aldrig i stället för 2022-11-01.",
        "Ärendet om h-1 höjs 2022-11-01 i stället för aldrig.",
    ]
    assert difference(other, one, "en")[0] == "1 more mail goes out: 2 instead of 1."
    assert difference(one, one, "sv") == ["Ingenting skiljer: samma brev och samma ärenden."]
