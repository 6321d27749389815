"""Pages to look at: the group's plan, one activity's history, the calendar."""

import re
from datetime import date

import httpx
import pytest
from browser import WIDTHS, goes_on, violations
from builders import a_deadline
from forms import answers, first_ask
from icalendar import Calendar
from office import MONDAY, House, a_person, a_plan, a_row, noon
from playwright.sync_api import Browser
from served import token_for
from sqlalchemy import select

from actions.links import revoke_links
from deadlines.deadline import Deadline
from models.store import transaction
from models.tables.links import CalendarLink
from models.tables.people import Group, Person
from models.tables.plans import Activity
from web.timeline import Line, line_of


@pytest.fixture
def token(house: House) -> str:
    house.follows()
    other = a_plan(
        [a_row("1", a_deadline("by", due=date(2022, 12, 1)), responsible="Kursgruppen")]
    )
    house.imports(other | {"group": "Kursgruppen", "members": []}, sha256="1")
    house.approves()
    house.lives(MONDAY)
    house.sends()
    return token_for(house, "Anna Ek")


def id_of(house: House, group: str) -> int:
    with transaction(house.engine) as session:
        return int(session.scalars(select(Group.id).where(Group.name == group)).one())


def activities_of(house: House, group: str) -> list[Activity]:
    with transaction(house.engine) as session:
        return list(
            session.scalars(select(Activity).join(Activity.group).where(Group.name == group))
        )


def test_the_group_sees_all_of_its_plan(pages: str, token: str, house: House) -> None:
    page = httpx.get(f"{pages}/a/{token}/groups/{id_of(house, 'Handledargruppen')}")
    assert page.status_code == 200
    for number in "123":
        assert f"Aktivitet {number} som gruppen ska göra klar" in page.text
    assert page.text.count("<svg") == len(activities_of(house, "Handledargruppen"))
    assert "hösten 2022, senast 31 december 2022" in page.text


def test_the_timeline_can_be_read_as_a_table(pages: str, token: str, house: House) -> None:
    page = httpx.get(f"{pages}/a/{token}/groups/{id_of(house, 'Handledargruppen')}").text
    rows = page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert rows.count("<tr>") == len(activities_of(house, "Handledargruppen"))
    assert "<td>2022-08-01</td><td>2022-12-31</td><td>inte påbörjad" in rows


def test_other_groups_stay_closed_to_members_and_open_to_the_committee(
    pages: str, token: str, house: House
) -> None:
    theirs = id_of(house, "Kursgruppen")
    activity = activities_of(house, "Kursgruppen")[0]
    for path in (f"groups/{theirs}", f"activities/{activity.id}", "groups/0", "activities/99999"):
        assert httpx.get(f"{pages}/a/{token}/{path}").status_code == 404
    house.people(a_person("Anna Ek", ("committee", None)))
    assert httpx.get(f"{pages}/a/{token}/groups/{theirs}").status_code == 200


def test_an_activitys_history_holds_all_that_happened(pages: str, token: str) -> None:
    ask = first_ask(pages, token)
    answers(pages, token, ask, "late", new_time="15 december 2022", confirmed="true")
    page = httpx.get(f"{pages}/a/{token}/activities/{ask['activity']}").text
    assert "Brev till Anna Ek, Bo Asp." in page
    assert "Anna Ek svarade: inte påbörjad." in page
    assert "Anna Ek ändrade tiden från ”Klart hösten -22” till ”15 december 2022”." in page
    assert "1. rad" in page


def test_the_calendar_holds_every_last_day_and_follows_its_moves(
    pages: str, token: str, house: House
) -> None:
    before = entries(pages, token)
    assert len(before) == 6
    ask = first_ask(pages, token)
    moved = a_deadline("by", due=date(2022, 11, 30), precision="day", text="30 november")
    with transaction(house.engine) as session:
        uid = session.get_one(Activity, int(ask["activity"])).uid
    house.hears(uid, "in_progress", today=MONDAY, new=moved)
    after = entries(pages, token)
    assert before.keys() == after.keys()
    changed = {key for key in before if before[key] != after[key]}
    assert [after[key] for key in changed] == [(date(2022, 11, 30), 1)]


def calendar_address(pages: str, token: str) -> str:
    """As the page shows it, at the address where the tests find the pages."""
    shown = httpx.post(f"{pages}/a/{token}/calendar").text
    found = re.search(r'value="[^"]*(/c/[\w-]{32}\.ics)"', shown)
    assert found
    return pages + found[1]


def test_a_calendar_address_opens_nothing_else_and_ends_with_the_next(
    pages: str, token: str, house: House
) -> None:
    address = calendar_address(pages, token)
    secret = address.rpartition("/")[2].removesuffix(".ics")
    assert httpx.get(f"{pages}/a/{secret}").status_code == 404
    assert httpx.get(f"{pages}/c/{token}.ics").status_code == 404
    with transaction(house.engine) as session:
        assert secret not in repr(
            [tuple(row) for row in session.execute(select(CalendarLink.__table__))]
        )
    newer = calendar_address(pages, token)
    assert httpx.get(address).status_code == 404
    assert httpx.get(newer).status_code == 200
    with house.open() as (session, council):
        person = session.scalars(select(Person).where(Person.name == "Anna Ek")).one()
        revoke_links(
            session,
            council_id=council.id,
            person_id=person.id,
            because="left",
            actor="test",
            now=noon(MONDAY),
        )
    assert httpx.get(newer).status_code == 404


def entries(pages: str, token: str) -> dict[str, tuple[date, int]]:
    answer = httpx.get(calendar_address(pages, token))
    assert answer.headers["content-type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.content)
    return {
        str(entry["uid"]): (entry["dtstart"].dt, int(entry["sequence"]))
        for entry in calendar.walk("VEVENT")
    }


@pytest.mark.parametrize(
    ("deadline", "bar"),
    [
        pytest.param(
            a_deadline("during", start=date(2022, 1, 1), due=date(2022, 12, 31)),
            (0, 100),
            id="a year",
        ),
        pytest.param(a_deadline("by", due=date(2022, 12, 31)), (0, 100), id="by a day"),
        pytest.param(a_deadline("from", start=date(2022, 12, 31)), (100, 1), id="from a day on"),
        pytest.param(a_deadline("none"), None, id="no time at all"),
    ],
)
def test_where_a_window_lies(deadline: Deadline, bar: tuple[float, float] | None) -> None:
    assert Line(date(2022, 1, 1), date(2022, 12, 31)).bar(deadline) == bar


def test_the_line_holds_every_day_and_today() -> None:
    line = line_of([a_deadline("by", due=date(2024, 2, 1))], today=date(2022, 11, 28))
    assert line.years == [2022, 2023, 2024]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_group_page_and_the_history_are_well_made(
    pages: str, token: str, house: House, browser: Browser, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{pages}/a/{token}/groups/{id_of(house, 'Handledargruppen')}")
    assert violations(page) == []
    goes_on(page, page.get_by_role("link", name="Aktivitet 1"))
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.close()
