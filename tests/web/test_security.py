"""A link opens its own letter and nothing else, and only a person's own click changes anything."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from builders import AUTUMN_22
from forms import answers, first_ask, visit
from hypothesis import given
from hypothesis import strategies as st
from office import MONDAY, SECRETARY, House, a_plan, a_row, address
from served import LINKS, Clock, some_settings, token_for
from sqlalchemy import func, select

from actions.links import revoke_links
from actions.people import DirectoryRow
from models.store import transaction
from models.tables.every import METADATA
from models.tables.following import ProgressReport
from models.tables.links import ActionLink
from models.tables.mail import OutboxMessage
from models.tables.people import Person
from notifications.links import LinkSettings, placeholder, token_hash
from web.app import make_app

UNKNOWN = "x" * 32
PATHS = (
    "activities/{}",
    "answer",
    "away",
    "back",
    "calendar",
    "decide",
    "digest",
    "groups/{}",
    "groups/{}/propose",
    "new",
    "no-digest",
    "own",
    "pace",
    "passed",
    "proposals/{}/withdraw",
    "undo",
)
HOSTILE = "<script>alert(1)</script>{{7*7}}{% raw %}\"'><img src=x onerror=alert(2)>"


@pytest.fixture
def token(house: House) -> str:
    house.follows()
    house.lives(MONDAY)
    house.sends()
    return token_for(house, "Anna Ek")


def contents(house: House) -> dict[str, list[Any]]:
    """Everything that the database holds."""
    with transaction(house.engine) as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table))]
            for table in METADATA.sorted_tables
        }


def test_looking_changes_nothing(pages: str, token: str, house: House) -> None:
    ask = first_ask(pages, token)
    before = contents(house)
    with httpx.Client() as scanner:
        for _ in range(50):
            assert scanner.get(f"{pages}/a/{token}").status_code == 200
            assert scanner.head(f"{pages}/a/{token}").status_code == 200
        for path in PATHS:
            scanner.get(f"{pages}/a/{token}/{path.format(ask['activity'])}?said=1&undone=1")
    assert contents(house) == before


def test_every_address_has_been_looked_at(tmp_path: Path, house: House) -> None:
    app = make_app(some_settings(house.engine, tmp_path))
    known = {path.partition("{token}/")[2] for path in app.openapi()["paths"] if "/a/" in path}
    assert {re.sub(r"{\w+}", "{}", path) for path in known if path} == set(PATHS)


@pytest.fixture
def closed_links(house: House, token: str, clock: Clock) -> dict[str, str]:
    """Links that open nothing, each for another reason."""
    other = House(house.engine, slug="annat", mail=house.mail)
    other.follows()
    other.lives(MONDAY)
    with other.open() as (session, council):
        theirs = session.scalars(
            select(OutboxMessage).where(
                OutboxMessage.council_id == council.id,
                OutboxMessage.recipient == address("Anna Ek"),
            )
        ).one()
    with house.open() as (session, council):
        person = session.scalars(
            select(Person).where(Person.council_id == council.id, Person.name == "Bo Asp")
        ).one()
        revoke_links(
            session,
            council_id=council.id,
            person_id=person.id,
            because="left",
            actor="test",
            now=clock(),
        )
    revoked = next(one for one in house.outbox() if one.recipient == address("Bo Asp"))
    return {
        "unknown": UNKNOWN,
        "withdrawn": LINKS.token(revoked.message_id),
        "another council's": LINKS.token(theirs.message_id),
        "tampered with": token[:-1] + ("A" if token[-1] != "A" else "B"),
        "the stored placeholder": placeholder(theirs.message_id),
        "too short": "kort",
    }


def test_what_opens_nothing_looks_the_same_whatever_the_reason(
    pages: str, closed_links: dict[str, str], token: str, clock: Clock
) -> None:
    looks = set()
    for closed in closed_links.values():
        answer = visit(pages, closed)
        looks.add((answer.status_code, answer.text.replace(closed, "TOKEN")))
        posted = httpx.post(
            f"{pages}/a/{closed}/answer", data={"activity": 1, "seen": 0, "answer": "done"}
        )
        assert posted.status_code == 404
    clock.passes(days=91)
    expired = visit(pages, token)
    looks.add((expired.status_code, expired.text.replace(token, "TOKEN")))
    assert len(looks) == 1
    assert 404 in next(iter(looks))


def test_a_link_ends_after_ninety_days(pages: str, token: str, clock: Clock) -> None:
    clock.passes(days=90)
    assert visit(pages, token).status_code == 200
    clock.passes(days=1)
    assert visit(pages, token).status_code == 404


def test_an_old_link_brings_a_new_one_to_the_address_on_file_once_a_day(
    pages: str, token: str, house: House, clock: Clock
) -> None:
    clock.passes(days=100)
    said = {httpx.post(f"{pages}/a/{one}/new").text for one in (token, token, UNKNOWN)}
    assert len(said) == 1
    [letter] = house.outbox(day=clock().date())
    assert letter.recipient == address("Anna Ek")
    renewed = token_for(house, "Anna Ek", day=clock().date())
    assert "Aktivitet 1" in visit(pages, renewed).text


def test_the_database_holds_no_token(house: House, token: str) -> None:
    everything = repr(contents(house))
    assert token not in everything
    assert token_hash(token) in everything


def test_with_another_key_no_link_can_be_made(house: House, token: str) -> None:
    [letter] = [one for one in house.outbox() if one.recipient == address("Anna Ek")]
    assert LinkSettings(LINKS.url, b"z" * 40).token(letter.message_id) != token


@given(st.text(alphabet="abcåäö =\r\n", max_size=200), st.integers(0, 31))
def test_a_link_is_made_whole_wherever_the_line_breaks(around: str, at: int) -> None:
    mark = placeholder("<1@example.se>")
    stored = f"{around}{mark[:at]}=\r\n{mark[at:]}{around}".encode()
    whole = LINKS.made_whole(stored, "<1@example.se>")
    assert len(whole) == len(stored)
    assert whole.replace(b"=\r\n", b"").count(LINKS.token("<1@example.se>").encode()) == 1
    assert mark.encode() not in whole.replace(b"=\r\n", b"")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_post_from_another_site_is_refused(
    pages: str, token: str, house: House, headers: dict[str, str]
) -> None:
    ask = first_ask(pages, token)
    before = contents(house)
    refused = httpx.post(
        f"{pages}/a/{token}/answer", data=ask | {"answer": "done"}, headers=headers
    )
    assert refused.status_code == 403
    assert contents(house) == before


def test_ten_who_answer_at_once_are_one_answer(pages: str, token: str, house: House) -> None:
    ask = first_ask(pages, token)
    with ThreadPoolExecutor(10) as many:
        codes = list(many.map(lambda _: answers(pages, token, ask, "done").status_code, range(10)))
    assert set(codes) == {200}
    with transaction(house.engine) as session:
        assert session.scalar(select(func.count()).select_from(ProgressReport)) == 1


def test_what_people_wrote_is_shown_as_text(pages: str, house: House) -> None:
    """Of documents, names and comments, on every page that shows them."""
    row = a_row("1", AUTUMN_22, description=HOSTILE, source={"text": f"1. {HOSTILE}"})
    members = [{"name": "Anna Ek", "organisation": None, "principal": None}]
    members += [{"name": HOSTILE, "organisation": None, "principal": None}]
    house.people()
    house.people(DirectoryRow(HOSTILE, "evil@example.se", HOSTILE, "sv", ()))
    house.imports(a_plan([row], group=HOSTILE, members=members))
    house.approves()
    house.lives(MONDAY)
    house.sends()
    token = token_for(house, "Anna Ek")
    ask = first_ask(pages, token)
    shown = [answers(pages, token, ask, "on_plan", comment=HOSTILE, evidence=HOSTILE).text]
    history = httpx.get(f"{pages}/a/{token}/activities/{ask['activity']}").text
    found = re.search(r"/groups/(\d+)", history)
    assert found
    group = f"{pages}/a/{token}/groups/{found[1]}"
    proposal = {"kind": "split", "activity": ask["activity"], "reason": HOSTILE}
    httpx.post(f"{group}/propose", data=proposal | {"parts": f"{HOSTILE}\n{HOSTILE}"})
    again = httpx.post(f"{group}/propose", data=proposal | {"parts": HOSTILE, "reason": HOSTILE})
    shown += [history, again.text, httpx.get(group).text]
    shown += [httpx.get(f"{group}/propose").text, httpx.get(f"{pages}/a/{token}/own").text]
    for text in shown:
        assert "<script" not in text
        assert "<img" not in text
        assert "{{7*7}}" in text
    assert sum(text.count("&lt;script&gt;alert(1)&lt;/script&gt;") for text in shown) >= 15


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example", "%0d%0aX-A:%20b"])
def test_no_answer_sends_anybody_elsewhere(pages: str, token: str, target: str) -> None:
    ask = first_ask(pages, token)
    sent = httpx.post(
        f"{pages}/a/{token}/answer?next={target}",
        data=ask | {"answer": "done", "next": target, "comment": target},
    )
    assert re.fullmatch(rf"/plan/a/{token}\?said=\d+", sent.headers["location"])
    assert "X-A" not in sent.headers


def test_every_answer_keeps_its_manners(pages: str, token: str) -> None:
    for answer in (visit(pages, token), visit(pages, UNKNOWN), httpx.get(f"{pages}/nothing")):
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"
        assert answer.headers["x-content-type-options"] == "nosniff"
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "set-cookie" not in answer.headers


def test_whoever_comes_too_often_waits(pages: str, token: str) -> None:
    codes = [httpx.get(f"{pages}/a/{token}").status_code for _ in range(125)]
    assert codes[:120] == [200] * 120
    assert codes[-1] == 429
    assert "Vänta en minut" in visit(pages, token).text
    assert visit(pages, UNKNOWN).status_code == 404


def test_a_form_that_is_too_large_is_not_read(pages: str, token: str) -> None:
    large = httpx.post(f"{pages}/a/{token}/answer", content=b"a" * 200_000)
    assert large.status_code == 413
    endless = httpx.post(f"{pages}/a/{token}/answer", content=iter([b"comment=a"]))
    assert endless.status_code == 413


def test_a_page_is_light(pages: str, token: str) -> None:
    style = httpx.get(f"{pages}/pages.css").content
    assert len(visit(pages, token).content) + len(style) < 60_000


def test_the_secretariat_s_letter_of_gaps_has_no_link(house: House) -> None:
    house.follows()
    house.lives(MONDAY)
    letters = [one for one in house.outbox() if one.recipient == address(SECRETARY)]
    with transaction(house.engine) as session:
        linked = set(session.scalars(select(ActionLink.message_id)))
    assert not linked & {one.id for one in letters}
