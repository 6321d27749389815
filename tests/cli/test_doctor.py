"""What `tidplan doctor` finds, before anybody misses a mail."""

import json
from importlib.resources import files
from pathlib import Path

from relay import Relay

EXAMPLE = files("cli") / "example"


def test_a_new_house_is_told_what_it_lacks(tidplan) -> None:
    said = tidplan("doctor")
    assert said.code == 1
    assert "TIDPLAN_MAIL_URL" in said.out
    assert "Lägg till rollen arbetsutskott" in said.out
    assert "Lägg till rollen kansli" in said.out


def test_all_is_well_and_nothing_is_sent(tidplan, relay: Relay) -> None:
    tidplan("people", "import", EXAMPLE / "people.csv")
    said = tidplan("doctor", mail_url=relay.url)
    assert said.code == 0
    assert "!" not in said.out
    assert relay.arrived == []


def test_rules_for_a_group_that_nobody_knows_are_told(tidplan, home: Path) -> None:
    tidplan("people", "import", EXAMPLE / "people.csv")
    (home / "council.yaml").write_text("policy: {groups: {handledare: {quiet: 9}}}\n")
    said = tidplan("doctor", mail_url=f"eml:{home / 'mail'}")
    assert said.code == 1
    assert "handledare" in said.out


def test_a_relay_that_is_down_is_found_out(tidplan) -> None:
    tidplan("people", "import", EXAMPLE / "people.csv")
    said = tidplan("doctor", mail_url="mailto://127.0.0.1:1")
    assert said.code == 1
    assert "127.0.0.1" in said.out or "TIDPLAN_MAIL_URL" in said.out


def test_a_folder_is_a_way_out_too(tidplan, tmp_path: Path) -> None:
    tidplan("people", "import", EXAMPLE / "people.csv")
    assert tidplan("doctor", mail_url=f"eml:{tmp_path / 'mail'}").code == 0


def test_a_sender_that_nobody_can_answer_is_told(tidplan, tmp_path: Path) -> None:
    tidplan("people", "import", EXAMPLE / "people.csv")
    said = tidplan("doctor", mail_url=f"eml:{tmp_path}", mail_from="Tidplan <tidplan@localhost>")
    assert said.code == 1
    assert "TIDPLAN_MAIL_FROM" in said.out


def test_a_relay_that_has_refused_is_shown_and_tried_at_once(tidplan, relay: Relay) -> None:
    tidplan("people", "import", EXAMPLE / "people.csv")
    tidplan("plan", "import", EXAMPLE / "uppdragsdirektiv.docx", "--yes")
    tidplan("run", "--today", "2026-09-07", mail_url=relay.url)
    relay.answer("connect", "554 5.3.2 No service")
    tidplan("outbox", "resend", "1")
    assert tidplan("deliver").code == 1
    assert "554 5.3.2 No service" in tidplan("outbox", "status").out
    [rest] = json.loads(tidplan("outbox", "status", "--json").out)["relays"]
    assert (rest["refusals"], rest["stage"]) == (1, "connect")
    relay.answer("connect", "554 5.3.2 No service")
    assert "i rad: 1)" in tidplan("doctor").out
    assert "E-postvägen är öppen" in tidplan("doctor").out
    assert json.loads(tidplan("outbox", "status", "--json").out)["relays"] == []


def test_a_test_mail_goes_the_whole_way(tidplan, relay: Relay) -> None:
    tidplan("people", "import", EXAMPLE / "people.csv")
    said = tidplan("doctor", "--send-test", "ny@example.se", mail_url=relay.url)
    assert said.code == 0
    assert "Provmejlet (nummer 1) till ny@example.se är lämnat" in said.out
    [arrived] = relay.arrived
    assert arrived.recipient == "ny@example.se"
    assert not arrived.message.defects


def test_a_test_mail_that_is_refused_is_told_with_the_relays_words(tidplan, relay: Relay) -> None:
    tidplan("people", "import", EXAMPLE / "people.csv")
    relay.answer("data", "554 5.7.1 Not you")
    said = tidplan("doctor", "--send-test", "ny@example.se", mail_url=relay.url)
    assert said.code == 1
    assert "554 5.7.1 Not you" in said.out


def test_a_test_mail_sends_nothing_else_by_the_way(tidplan, relay: Relay) -> None:
    assert tidplan("doctor", "--send-test", "first@example.se").code == 1
    assert tidplan("doctor", "--send-test", "ny@example.se", mail_url=relay.url).code == 1
    assert relay.arrived == []


def test_an_envelope_of_another_domain_is_told(tidplan, relay: Relay) -> None:
    tidplan("people", "import", EXAMPLE / "people.csv")
    said = tidplan("doctor", mail_url=relay.url, mail_bounces="studs@annan.example.org")
    assert said.code == 1
    assert "annan.example.org" in said.out
    assert tidplan("doctor", mail_bounces="studs@post.example.se").code == 0
