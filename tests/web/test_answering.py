"""From the link in a letter to an answer that counts."""

from datetime import date

import httpx
import pytest
from forms import answers, field_of, first_ask, visit
from office import MONDAY, House
from served import Clock, token_for
from sqlalchemy import select

from models.queries import cases_of, open_activities
from models.store import transaction
from models.tables.following import AuditEvent, ProgressReport

NEXT_WEEK = date(2022, 12, 12)


@pytest.fixture
def token(house: House) -> str:
    """Anna's link, in a letter that has arrived."""
    house.follows()
    house.lives(MONDAY)
    house.sends()
    return token_for(house, "Anna Ek")


def test_the_page_shows_what_was_asked_in_the_plans_own_words(pages: str, token: str) -> None:
    page = visit(pages, token)
    assert page.status_code == 200
    assert "Klart hösten -22" in page.text
    assert "Aktivitet 1 som gruppen ska göra klar" in page.text
    assert "Aktivitet 3" not in page.text
    assert "Bo Asp" in page.text
    assert "28 november 2022" in page.text


def test_done_closes_the_question_for_all_who_were_asked(
    pages: str, token: str, house: House
) -> None:
    page = answers(pages, token, first_ask(pages, token), "done")
    assert "Tack! Svaret är sparat." in page.text
    assert house.activity("1").status == "done"
    house.lives(NEXT_WEEK)
    assert "Aktivitet 1" not in house.letter_to("Bo Asp", day=NEXT_WEEK)
    others = visit(pages, token_for(house, "Bo Asp"))
    assert "Anna Ek svarade 28 november 2022: klar." in others.text


def test_the_committee_reads_the_answer_in_its_next_digest(
    pages: str, token: str, house: House
) -> None:
    ask = first_ask(pages, token)
    answers(pages, token, ask, "done", comment="Godkänd av styrgruppen", evidence="dnr 2022-14")
    house.lives(date(2022, 12, 5))
    digest = house.letter_to("Eva Holm", day=date(2022, 12, 5))
    assert "Anna Ek" in digest
    assert "klar" in digest
    assert "Godkänd av styrgruppen" in digest
    assert "dnr 2022-14" in digest
    assert "Resultatet finns här: dnr 2022-14" in visit(pages, token).text


def test_on_plan_counts_as_under_way(pages: str, token: str, house: House) -> None:
    answers(pages, token, first_ask(pages, token), "on_plan")
    assert house.activity("1").status == "in_progress"


def test_a_new_time_is_shown_as_it_was_understood_before_it_counts(
    pages: str, token: str, house: House
) -> None:
    ask = first_ask(pages, token)
    shown = answers(pages, token, ask, "late", new_time="våren -24")
    assert "senast 30 juni 2024" in shown.text
    assert "Arbetsutskottet får förslaget" in shown.text
    assert house.activity("1").answered_on is None
    sent = answers(pages, token, ask, "late", new_time="våren -24", confirmed="true")
    assert "Ny tid: ”våren -24”." in sent.text
    with transaction(house.engine) as session:
        found = house.activity("1")
        held = cases_of(session, [found.id])[found.id]
        assert held.proposed is not None
        assert (found.wording, held.proposed["due"]) == ("Klart hösten -22", "2024-06-30")


@pytest.mark.parametrize("words", ["kaffe", "", "i mars 1999", "TBD"])
def test_words_that_are_no_time_to_come_are_asked_for_again(
    pages: str, token: str, house: House, words: str
) -> None:
    answered = answers(pages, token, first_ask(pages, token), "late", new_time=words)
    assert answered.status_code == 422
    assert "Vi förstår inte" in answered.text
    assert house.activity("1").answered_on is None


def test_an_activity_that_is_no_longer_ours_goes_to_the_committee_and_is_not_asked_about(
    pages: str, token: str, house: House
) -> None:
    answers(pages, token, first_ask(pages, token), "not_ours", to="Kursgruppen")
    house.lives(date(2022, 12, 5))
    digest = house.letter_to("Eva Holm", day=date(2022, 12, 5))
    assert "föreslår Kursgruppen" in digest
    house.lives(NEXT_WEEK)
    assert "Aktivitet 1" not in house.letter_to("Bo Asp", day=NEXT_WEEK)


@pytest.mark.parametrize(
    ("answer", "more"),
    [
        ("done", {}),
        ("on_plan", {}),
        ("late", {"new_time": "våren -24", "confirmed": "true"}),
        ("late", {"new_time": "15 december 2022", "confirmed": "true"}),
        ("not_ours", {"to": "Kursgruppen"}),
    ],
)
def test_undo_puts_all_back_as_it_was(
    pages: str, token: str, house: House, answer: str, more: dict[str, str]
) -> None:
    before = house.activity("1")
    given = answers(pages, token, first_ask(pages, token), answer, **more)
    undone = httpx.post(
        f"{pages}/a/{token}/undo",
        data={"report": field_of(given.text, "report")},
        follow_redirects=True,
    )
    assert "Svaret är ångrat" in undone.text
    after = house.activity("1")
    for name in ("status", "deadline", "answered_on", "closed_on", "ask_on"):
        assert getattr(after, name) == getattr(before, name), name
    with transaction(house.engine) as session:
        assert cases_of(session, [after.id]) == {}
    assert "Tack!" not in visit(pages, token).text


def test_undo_is_for_ten_minutes(pages: str, token: str, house: House, clock: Clock) -> None:
    given = answers(pages, token, first_ask(pages, token), "done")
    report = field_of(given.text, "report")
    clock.passes(minutes=11)
    assert "Ångra" not in visit(pages, token).text
    late = httpx.post(f"{pages}/a/{token}/undo", data={"report": report})
    assert late.status_code == 409
    assert "tio minuter" in late.text
    assert house.activity("1").status == "done"


def test_the_same_answer_sent_twice_is_one_answer(pages: str, token: str, house: House) -> None:
    ask = first_ask(pages, token)
    first = answers(pages, token, ask, "done", comment="Klart i går")
    again = answers(pages, token, ask, "done", comment="Klart i går")
    assert first.url == again.url
    with transaction(house.engine) as session:
        assert len(session.scalars(select(ProgressReport)).all()) == 1


def test_who_comes_second_sees_what_the_first_one_said(
    pages: str, token: str, house: House
) -> None:
    second = token_for(house, "Bo Asp")
    ask = first_ask(pages, second)
    answers(pages, token, first_ask(pages, token), "done")
    refused = answers(pages, second, ask, "on_plan")
    assert refused.status_code == 409
    assert "Någon annan har hunnit svara" in refused.text
    assert house.activity("1").status == "done"


def test_what_is_not_in_the_letter_cannot_be_answered(
    pages: str, token: str, house: House
) -> None:
    other = house.activity("3")
    refused = answers(pages, token, {"activity": str(other.id), "seen": "0"}, "done")
    assert refused.status_code == 409
    assert house.activity("3").status == "not_started"


def test_an_answer_leaves_a_row_of_who_and_when(pages: str, token: str, house: House) -> None:
    answers(pages, token, first_ask(pages, token), "done")
    with transaction(house.engine) as session:
        [row] = session.scalars(select(AuditEvent).where(AuditEvent.action == "report"))
        assert row.actor == "Anna Ek"
        [report] = session.scalars(select(ProgressReport))
        assert report.person_id is not None
        assert len(open_activities(session, row.council_id)) == 6
