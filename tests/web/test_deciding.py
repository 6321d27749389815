"""From the link in a digest to a decision that takes effect."""

from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from forms import visit
from office import LATE, House
from served import Clock, token_for
from sqlalchemy import select

from models.store import transaction
from models.tables.following import AuditEvent, Escalation
from models.tables.plans import Activity
from models.values import DECISIONS

WEEK_AFTER = date(2023, 2, 13)


@pytest.fixture
def token(house: House, clock: Clock) -> str:
    """Eva's link, in a digest with cases about 1, 2 and the report-back."""
    house.follows()
    house.lives(LATE)
    house.sends()
    clock.moment = datetime(2023, 2, 6, 13, tzinfo=UTC)
    return token_for(house, "Eva Holm", day=LATE)


def case_about(house: House, number: str) -> Escalation:
    with transaction(house.engine) as session:
        found = session.scalar(
            select(Escalation)
            .join(Escalation.activity)
            .where(Activity.number == number, Activity.kind == "activity")
        )
        assert found is not None
        return found


def decides(pages: str, token: str, *, confirmed: bool = True, **fields: Any) -> httpx.Response:
    given = fields | ({"confirmed": "1"} if confirmed else {})
    return httpx.post(f"{pages}/a/{token}/decide", data=given, follow_redirects=True)


def about(held: Escalation, decision: str, **more: str) -> dict[str, str]:
    given = {"decision": decision} | more
    return {f"{name}_{held.id}": value for name, value in given.items()}


def test_the_page_lists_the_cases_of_the_digest(pages: str, token: str, house: House) -> None:
    page = visit(pages, token)
    assert page.text.count("<fieldset>") == 3
    assert f'name="decision_{case_about(house, "1").id}"' in page.text


def test_before_confirming_it_says_what_each_decision_will_cause(
    pages: str, token: str, house: House
) -> None:
    held = case_about(house, "1")
    fields = about(held, "accept_new_time", words="våren 2023")
    shown = decides(pages, token, confirmed=False, **fields)
    assert "våren 2023, senast 30 juni 2023" in shown.text
    assert "Inget är bestämt ännu" in shown.text
    assert case_about(house, "1").decision is None


def test_a_new_time_moves_the_window_and_tells_the_group(
    pages: str, token: str, house: House
) -> None:
    held = case_about(house, "1")
    done = decides(pages, token, **about(held, "accept_new_time", words="våren 2023"))
    assert "Beslutet är sparat" in done.text
    assert "Eva Holm beslutade 6 februari 2023: ny tid godkänns." in done.text
    with transaction(house.engine) as session:
        moved = session.get_one(Activity, held.activity_id)
        assert moved.due == date(2023, 6, 30)
        [row] = session.scalars(select(AuditEvent).where(AuditEvent.action == "decide"))
        assert (row.actor, row.details["decision"]) == ("Eva Holm", "accept_new_time")
    house.lives(WEEK_AFTER)
    digest = house.letter_to("Frans Lilja", day=WEEK_AFTER)
    assert "Beslut av Eva Holm: ny tid godkänns." in digest
    house.lives(date(2023, 5, 2))
    assert "våren 2023" in house.letter_to("Bo Asp", day=date(2023, 5, 2))


def test_whoever_takes_a_case_on_is_seen_by_the_others_who_may_still_decide(
    pages: str, token: str, house: House
) -> None:
    held = case_about(house, "1")
    shown = decides(pages, token, confirmed=False, **about(held, "acknowledge"))
    assert "Hörs inget före 20 februari 2023 kommer det tillbaka till er." in shown.text
    decides(pages, token, **about(held, "acknowledge"))
    frans = token_for(house, "Frans Lilja", day=LATE)
    assert "Eva Holm tar hand om det sedan 6 februari 2023" in visit(pages, frans).text
    decides(pages, frans, **about(held, "drop"))
    assert case_about(house, "1").decision == "drop"


def test_every_decision_can_be_looked_at_before_it_counts(
    pages: str, token: str, house: House
) -> None:
    more = {"words": "våren 2023", "to": "Bo Asp", "until": "2023-04-03"}
    for decision in DECISIONS:
        held = case_about(house, "1")
        shown = decides(pages, token, confirmed=False, **about(held, decision, **more))
        assert "Inget är bestämt ännu" in shown.text, decision


def test_several_cases_are_decided_at_once(pages: str, token: str, house: House) -> None:
    first, second = case_about(house, "1"), case_about(house, "2")
    fields = about(first, "reassign", to="Bo Asp") | about(second, "park", until="2023-04-03")
    done = decides(pages, token, **fields)
    assert "2 beslut är sparade" in done.text
    assert "Vilar till 3 april 2023." in done.text
    with transaction(house.engine) as session:
        assert session.get_one(Activity, first.activity_id).responsible == "Bo Asp"
        assert session.get_one(Escalation, second.id).parked_until == date(2023, 4, 3)


@pytest.mark.parametrize(
    ("decision", "more", "said"),
    [
        ("accept_new_time", {"words": "kaffe"}, "Vi förstår inte ”kaffe”"),
        ("accept_new_time", {}, "Vi förstår inte"),
        ("accept_new_time", {"words": "mars 1999"}, "1999"),
        ("reassign", {"to": "Kungen"}, "Välj vem som tar över"),
        ("park", {"until": "2023-02-06"}, "Välj en dag efter i dag"),
        ("park", {"until": "snart"}, "Välj en dag efter i dag"),
    ],
)
def test_a_decision_that_cannot_be_carried_out_leaves_all_others_undone(
    pages: str, token: str, house: House, decision: str, more: dict[str, str], said: str
) -> None:
    fields = about(case_about(house, "2"), "drop") | about(
        case_about(house, "1"), decision, **more
    )
    refused = decides(pages, token, **fields)
    assert refused.status_code == 409
    assert said in refused.text
    assert case_about(house, "2").decision is None


def test_nothing_chosen_is_said(pages: str, token: str) -> None:
    assert "Inget beslut är valt" in decides(pages, token).text


def test_who_comes_later_sees_what_was_decided(pages: str, token: str, house: House) -> None:
    held = case_about(house, "1")
    decides(pages, token, **about(held, "drop"))
    later = token_for(house, "Frans Lilja", day=LATE)
    assert "Eva Holm beslutade 6 februari 2023: aktiviteten avslutas." in visit(pages, later).text
    refused = decides(pages, later, **about(held, "raise"))
    assert refused.status_code == 409
    assert "redan avgjort" in refused.text


@pytest.mark.usefixtures("token")
def test_a_members_link_decides_nothing(pages: str, house: House) -> None:
    member = token_for(house, "Anna Ek", day=LATE)
    held = case_about(house, "1")
    assert "Inget beslut är valt" in decides(pages, member, **about(held, "drop")).text
    assert case_about(house, "1").decision is None


def test_the_group_hears_of_the_decision_once_in_its_next_letter(
    pages: str, token: str, house: House
) -> None:
    decides(pages, token, **about(case_about(house, "1"), "drop"))
    house.lives(date(2023, 2, 8))
    letter = house.letter_to("Anna Ek", day=date(2023, 2, 8))
    assert "Arbetsutskottet har beslutat" in letter
    assert "Beslut av Eva Holm: aktiviteten avslutas." in letter
    house.sends()
    assert "Anna Ek" not in house.lives(date(2023, 2, 10))
