"""What a group would like to change: from its page to the committee, and back to the group."""

from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from forms import answers, first_ask, visit
from office import MONDAY, House, a_person
from served import Clock, token_for
from sqlalchemy import select

from models.ledger import moves_of
from models.store import transaction
from models.tables.following import AuditEvent
from models.tables.proposals import Proposal

NEXT_DIGEST = date(2022, 12, 5)
WEEK_AFTER = date(2022, 12, 12)


@pytest.fixture
def token(house: House) -> str:
    """Anna's link. Bo is the group's convenor."""
    house.follows()
    house.people(a_person("Bo Asp", ("convenor", "Handledargruppen")))
    house.lives(MONDAY)
    house.sends()
    return token_for(house, "Anna Ek")


def the_proposal(house: House) -> Proposal:
    with transaction(house.engine) as session:
        [found] = session.scalars(select(Proposal))
        return found


def proposes(
    pages: str, token: str, house: House, kind: str, number: str = "1", **more: str
) -> httpx.Response:
    about = house.activity(number)
    fields = {"kind": kind, "activity": str(about.id), "reason": "Vi hann inte", "confirmed": "1"}
    return httpx.post(
        f"{pages}/a/{token}/groups/{about.group_id}/propose",
        data=fields | more,
        follow_redirects=True,
    )


def committee(house: House, clock: Clock, day: date = NEXT_DIGEST) -> str:
    """Eva's link in the digest of that day."""
    house.lives(day)
    house.sends()
    clock.moment = datetime(day.year, day.month, day.day, 13, tzinfo=UTC)
    return token_for(house, "Eva Holm", day=day)


def settles(
    pages: str, token: str, house: House, answer: str, *, confirmed: bool = True, words: str = ""
) -> httpx.Response:
    number = the_proposal(house).id
    fields = {f"proposal_{number}": answer, f"answer_{number}": words}
    if confirmed:
        fields["confirmed"] = "1"
    return httpx.post(f"{pages}/a/{token}/decide", data=fields, follow_redirects=True)


def test_a_proposal_changes_nothing_until_the_committee_has_said_yes(
    pages: str, token: str, house: House, clock: Clock
) -> None:
    page = proposes(pages, token, house, "reword", new_time="våren 2024")
    assert "Tack! Förslaget är skickat." in page.text
    assert house.activity("1").wording == "Klart hösten -22"
    eva = committee(house, clock)
    digest = house.letter_to("Eva Holm", day=NEXT_DIGEST)
    assert "ny tid ”våren 2024”" in digest
    assert "Skäl: Vi hann inte" in digest
    assert "30 juni 2024" in digest
    shown = settles(pages, eva, house, "accept", confirmed=False)
    assert "Förslaget godkänns" in shown.text
    assert "Nästa påminnelse: 2 maj 2024, till Anna Ek, Bo Asp." in shown.text
    assert the_proposal(house).outcome is None
    done = settles(pages, eva, house, "accept", words="Bra")
    assert "Eva Holm sa ja: ”Bra”" in done.text
    moved = house.activity("1")
    assert (moved.wording, moved.due) == ("våren 2024", date(2024, 6, 30))
    with transaction(house.engine) as session:
        assert moves_of(session, [moved.id])[moved.id][0] == 1
        [row] = session.scalars(select(AuditEvent).where(AuditEvent.action == "settle_proposal"))
        assert (row.actor, row.subject) == ("Eva Holm", moved.uid)


def test_the_group_hears_a_yes_once(pages: str, token: str, house: House, clock: Clock) -> None:
    proposes(pages, token, house, "drop", "3")
    settles(pages, committee(house, clock), house, "accept")
    house.lives(WEEK_AFTER)
    assert "Svar på era förslag" in house.letter_to("Anna Ek", day=WEEK_AFTER)
    assert house.activity("3").status == "cancelled"
    later = date(2022, 12, 19)
    told = [one for one in house.outbox(day=later) if b"Svar p" in one.content]
    assert house.lives(later) is not None
    assert told == []


def test_the_group_hears_a_no_with_its_words_and_nothing_changes(
    pages: str, token: str, house: House, clock: Clock
) -> None:
    before = house.activity("1")
    proposes(pages, token, house, "drop")
    settles(pages, committee(house, clock), house, "decline", words="Den behövs i höst")
    house.lives(WEEK_AFTER)
    letter = house.letter_to("Bo Asp", day=WEEK_AFTER)
    assert "Eva Holm sa nej: ”Den behövs i höst” Planen står kvar som den var." in letter
    after = house.activity("1")
    assert (after.status, after.deadline) == (before.status, before.deadline)


def test_a_split_closes_the_whole_and_follows_its_parts(
    pages: str, token: str, house: House, clock: Clock
) -> None:
    proposes(pages, token, house, "split", parts="Enkät till handledare\n\nRapport om enkäten\n")
    settles(pages, committee(house, clock), house, "accept")
    assert house.activity("1").status == "cancelled"
    for number, text in (("1a", "Enkät till handledare"), ("1b", "Rapport om enkäten")):
        part = house.activity(number)
        assert (part.description, part.wording) == (text, "Klart hösten -22")
    house.lives(WEEK_AFTER)
    letter = house.letter_to("Anna Ek", day=WEEK_AFTER)
    assert "Enkät till handledare" in letter
    assert "Aktivitet 1 som gruppen" not in letter.partition("Svar på era förslag")[0]


def test_a_new_activity_is_followed_like_the_others(
    pages: str, token: str, house: House, clock: Clock
) -> None:
    fields = {"description": "Ta fram en affisch", "new_time": "15 december 2022"}
    proposes(pages, token, house, "add", **fields)
    settles(pages, committee(house, clock), house, "accept")
    house.lives(WEEK_AFTER)
    assert "Ta fram en affisch" in house.letter_to("Bo Asp", day=WEEK_AFTER)


def test_what_matters_most_comes_first(pages: str, token: str, house: House, clock: Clock) -> None:
    proposes(pages, token, house, "prioritise", "2", priority="high")
    settles(pages, committee(house, clock), house, "accept")
    group = house.activity("1").group_id
    shown = httpx.get(f"{pages}/a/{token}/groups/{group}").text
    assert shown.index("2. Aktivitet 2") < shown.index("1. Aktivitet 1")


def test_a_group_gives_its_activities_another_order(
    pages: str, token: str, house: House, clock: Clock
) -> None:
    places = {f"place_{house.activity(number).id}": str(4 - int(number)) for number in "123"}
    proposes(pages, token, house, "reorder", **places)
    settles(pages, committee(house, clock), house, "accept")
    shown = httpx.get(f"{pages}/a/{token}/groups/{house.activity('1').group_id}").text
    where = [shown.index(f"{number}. Aktivitet {number}") for number in "321"]
    assert where == sorted(where)


def test_the_convenor_approves_who_takes_over(
    pages: str, token: str, house: House, clock: Clock
) -> None:
    page = proposes(pages, token, house, "hand_over", to="Bo Asp")
    assert "Till dess är frågan kvar hos dig" in page.text
    assert "Väntar på svar" in page.text
    day = date(2022, 12, 6)
    house.lives(day)
    assert "Bo Asp tar över efter Anna Ek" in house.letter_to("Bo Asp", day=day)
    house.sends()
    clock.moment = datetime(2022, 12, 6, 13, tzinfo=UTC)
    done = settles(pages, token_for(house, "Bo Asp", day=day), house, "accept")
    assert "Bo Asp sa ja." in done.text
    assert house.activity("1").responsible == "Bo Asp"
    day = date(2022, 12, 27)
    house.lives(day)
    assert "Aktivitet 1" in house.letter_to("Bo Asp", day=day)
    letter = house.letter_to("Anna Ek", day=day)
    assert letter.count("Aktivitet 1") == 1
    assert "Svarar för den nu: Bo Asp" in letter


def test_a_convenor_who_says_nothing_is_asked_again_and_then_the_secretariat(
    pages: str, token: str, house: House
) -> None:
    proposes(pages, token, house, "hand_over", to="Bo Asp")
    told = {}
    for number in (6, 7, 13):
        told[number] = house.lives(date(2022, 12, number))
        house.sends()
    assert "Bo Asp" in told[6]
    assert "Bo Asp" not in told[7]
    assert "Bo Asp" in told[13]
    assert "Bo Asp tar över" in house.letter_to("Greta Ny", day=date(2022, 12, 13))


def test_one_thinks_better_of_it(pages: str, token: str, house: House) -> None:
    proposes(pages, token, house, "drop")
    number = the_proposal(house).id
    back = httpx.post(f"{pages}/a/{token}/proposals/{number}/withdraw", follow_redirects=True)
    assert "Förslaget är tillbakadraget." in back.text
    assert the_proposal(house).outcome == "withdrawn"
    house.lives(NEXT_DIGEST)
    assert "stryk" not in house.letter_to("Eva Holm", day=NEXT_DIGEST)


def test_who_comes_second_sees_what_was_answered(
    pages: str, token: str, house: House, clock: Clock
) -> None:
    proposes(pages, token, house, "drop")
    eva = committee(house, clock)
    settles(pages, eva, house, "decline")
    frans = token_for(house, "Frans Lilja", day=NEXT_DIGEST)
    assert "Eva Holm sa nej." in visit(pages, frans).text
    refused = settles(pages, frans, house, "accept")
    assert refused.status_code == 409
    assert "redan besvarat" in refused.text
    assert house.activity("1").status == "not_started"


@pytest.mark.parametrize(
    ("kind", "more", "said"),
    [
        ("reword", {"new_time": "kaffe"}, "Vi förstår inte ”kaffe”"),
        ("reword", {"new_time": "mars 1999"}, "Vi förstår inte"),
        ("split", {"parts": "bara en"}, "är inte helt"),
        ("drop", {"reason": " "}, "Förslaget saknar skäl"),
        ("drop", {"activity": "99999999999"}, "är inte helt"),
        ("hand_over", {"to": "Kungen"}, "är inte helt"),
        ("hand_over", {"to": "Anna Ek"}, "är inte helt"),
        ("abdicate", {}, "är inte helt"),
    ],
)
def test_half_a_proposal_is_refused_in_one_sentence(
    pages: str, token: str, house: House, kind: str, more: dict[str, str], said: str
) -> None:
    refused = proposes(pages, token, house, kind, **more)
    assert refused.status_code == 422
    assert said in refused.text
    with transaction(house.engine) as session:
        assert session.scalars(select(Proposal)).all() == []


def test_a_time_is_shown_as_it_was_understood_before_it_is_proposed(
    pages: str, token: str, house: House
) -> None:
    shown = proposes(pages, token, house, "reword", new_time="våren 2024", confirmed="")
    assert "Har vi förstått rätt?" in shown.text
    assert "30 juni 2024" in shown.text
    with transaction(house.engine) as session:
        assert session.scalars(select(Proposal)).all() == []


def test_the_same_proposal_waits_once(pages: str, token: str, house: House) -> None:
    proposes(pages, token, house, "drop")
    again = proposes(pages, token, house, "drop")
    assert again.status_code == 422
    assert "väntar redan på svar: Anna Ek" in again.text


def test_the_committee_and_other_groups_propose_nothing_and_take_back_nothing(
    pages: str, token: str, house: House, clock: Clock
) -> None:
    proposes(pages, token, house, "drop")
    eva = committee(house, clock)
    assert proposes(pages, eva, house, "split", parts="a\nb").status_code == 404
    number = the_proposal(house).id
    for other in (eva, token_for(house, "Bo Asp")):
        assert httpx.post(f"{pages}/a/{other}/proposals/{number}/withdraw").status_code == 404
    assert the_proposal(house).outcome is None


def test_a_link_answers_the_proposals_of_its_own_letter_only(
    pages: str, token: str, house: House
) -> None:
    proposes(pages, token, house, "drop")
    for link in (token, token_for(house, "Bo Asp")):
        assert settles(pages, link, house, "accept").status_code == 409
    assert the_proposal(house).outcome is None
    assert house.activity("1").status == "not_started"


def test_what_has_been_done_meanwhile_is_not_changed_any_more(
    pages: str, token: str, house: House, clock: Clock
) -> None:
    proposes(pages, token, house, "reword", new_time="våren 2024")
    eva = committee(house, clock)
    clock.moment = datetime(2022, 12, 5, 14, tzinfo=UTC)
    answers(pages, token, first_ask(pages, token), "done")
    refused = settles(pages, eva, house, "accept")
    assert refused.status_code == 409
    assert "är avslutad: inget ändrades" in refused.text
    assert the_proposal(house).outcome is None


def test_the_history_tells_of_proposals(
    pages: str, token: str, house: House, clock: Clock
) -> None:
    proposes(pages, token, house, "drop")
    settles(pages, committee(house, clock), house, "decline", words="Behövs")
    about: Any = house.activity("1")
    page = httpx.get(f"{pages}/a/{token}/activities/{about.id}").text
    assert "Anna Ek föreslog att den stryks." in page
    assert "Eva Holm sa nej: ”Behövs”" in page
