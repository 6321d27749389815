"""What the committee's and a group's channel hear, over a real HTTP server on loopback."""

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from office import GROUP, LATE, MONDAY, House, noon
from post import make_due
from relay import running
from slugify import slugify
from sqlalchemy import Engine, select

from actions.deliver import Delivered, deliver
from language.catalog import explain
from models.store import transaction
from models.tables.mail import OutboxMessage
from notifications.delivery.channels import BadChannelError
from notifications.delivery.settings import MailSettings

SECRET = "s3cr3t-word-of-the-hook"
PLACE = slugify(GROUP)


@dataclass
class Hook:
    """answers: instead of 200, each once."""

    port: int = 0
    heard: list[tuple[str, str]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    def url(self, scheme: str = "json") -> str:
        return f"{scheme}://127.0.0.1:{self.port}/{SECRET}"


@contextmanager
def listening() -> Iterator[Hook]:
    hook = Hook()

    class Listener(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            hook.heard.append((self.path, body))
            self.send_response(hook.answers.pop(0) if hook.answers else 200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        hook.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield hook
        server.shutdown()
        thread.join()


@pytest.fixture
def hook() -> Iterator[Hook]:
    with listening() as started:
        yield started


def house_with(engine: Engine, channels: Mapping[str, str]) -> House:
    house = House(engine)
    house.mail = replace(house.mail, channels=channels)
    house.follows()
    return house


def sends(house: House) -> Delivered:
    return deliver(house.engine, now=noon(LATE), mail=house.mail)


def notes(engine: Engine) -> list[OutboxMessage]:
    with transaction(engine) as session:
        wanted = select(OutboxMessage).where(OutboxMessage.kind == "channel")
        return list(session.scalars(wanted.order_by(OutboxMessage.id)))


def test_the_committees_channel_hears_what_waits_for_decision(engine: Engine, hook: Hook) -> None:
    house = house_with(engine, {"committee": hook.url()})
    house.lives(LATE)
    assert sends(house).sent == 1
    [(path, body)] = hook.heard
    said = json.loads(body)
    assert path == f"/{SECRET}"
    assert said["title"] == f"Till arbetsutskottet {LATE}"
    assert "3 ärenden väntar på beslut:" in said["message"]
    assert "Aktivitet 1 som gruppen ska göra klar" in said["message"]


def test_a_groups_channel_hears_that_it_was_asked_and_no_link(engine: Engine, hook: Hook) -> None:
    house = house_with(engine, {PLACE: hook.url()})
    house.lives(MONDAY)
    deliver(house.engine, now=noon(MONDAY), mail=house.mail)
    [(_, body)] = hook.heard
    said = json.loads(body)["message"]
    assert "3 aktiviteter väntar på svar. 2 personer har fått var sitt mejl" in said
    assert "http" not in body
    assert "@" not in body


def test_ntfy_hears_it_too(engine: Engine, hook: Hook) -> None:
    house = house_with(engine, {"committee": hook.url("ntfy")})
    house.lives(LATE)
    assert sends(house).sent == 1
    assert json.loads(hook.heard[0][1])["topic"] == SECRET


def test_twice_a_day_says_it_once(engine: Engine, hook: Hook) -> None:
    house = house_with(engine, {"committee": hook.url(), PLACE: hook.url()})
    for _ in range(2):
        house.lives(LATE)
        sends(house)
    assert len(hook.heard) == len(notes(engine)) == len({body for _, body in hook.heard})


def test_a_no_may_have_arrived_so_the_next_one_is_flagged(
    engine: Engine, hook: Hook, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    house = house_with(engine, {"committee": hook.url()})
    house.lives(LATE)
    hook.answers.append(500)
    assert sends(house).sent == 0
    [note] = notes(engine)
    assert note.state == "queued"
    assert "500" in str(note.problem)
    make_due(engine)
    assert sends(house).resent == 1
    assert notes(engine)[0].copies == 1
    assert SECRET not in caplog.text + str(note.problem)


def test_a_channel_that_is_down_does_not_stop_the_mail(engine: Engine, hook: Hook) -> None:
    house = house_with(engine, {"committee": hook.url().replace(str(hook.port), "1")})
    house.lives(LATE)
    with running() as relay:
        house.mail = replace(house.mail, url=relay.url)
        result = sends(house)
    assert (result.sent, result.waiting) == (5, 0)
    assert [note.state for note in notes(engine)] == ["queued"]


def test_without_a_channel_nothing_is_queued_for_it(engine: Engine) -> None:
    house_with(engine, {}).lives(LATE)
    assert notes(engine) == []


def test_what_is_too_old_is_not_told(engine: Engine, hook: Hook) -> None:
    house = house_with(engine, {"committee": hook.url()})
    house.lives(LATE)
    house.mail = replace(house.mail, url="eml:/tmp/never")
    deliver(house.engine, now=noon(LATE + timedelta(days=3)), mail=house.mail, limit=0)
    assert hook.heard == []
    assert [note.state for note in notes(engine)] == ["cancelled"]


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("mailto://a@b.se", id="mail has its own way"),
        pytest.param("slack://", id="nothing behind it"),
        pytest.param("json://hook.example.se/hemligt", id="in the clear over the network"),
        pytest.param("jsons://h.example.se/hemligt, json://evil.example.se", id="two addresses"),
        pytest.param("exec://hemligt", id="another kind"),
    ],
)
def test_any_other_address_is_refused_untold(url: str) -> None:
    with pytest.raises(BadChannelError) as refused:
        MailSettings(channels={"committee": url})
    assert "hemligt" not in explain(refused.value, "sv") + repr(refused.value)
