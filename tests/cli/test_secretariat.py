"""The secretariat's day at the keyboard, on the shipped example."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

EXAMPLE = files("cli") / "example"
REVISED = """\
Nr,Aktivitet,Ansvarig,Tidplan
1,Samla in vilka handledarkurser som ges i dag,Handledargruppen,Klart senast 31 mars 2026
2,Fråga studenter och handledare vad som fungerar,Handledargruppen,Klart hösten -26
9,Bygga en webbplats för handledare,Handledargruppen,Klart under -27
"""
YEARLESS = """\
Nr,Aktivitet,Ansvarig,Tidplan
1,Skriva en rapport om praktik,Sjögruppen,i höst
2,Hålla ett möte om praktik,Sjögruppen,i höst
"""
NEAR, AFTER = "2026-05-04", "2026-09-07"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    copy = tmp_path / "uppdragsdirektiv.docx"
    shutil.copy(str(EXAMPLE / "uppdragsdirektiv.docx"), copy)
    return copy


@pytest.fixture
def followed(tidplan, document: Path):
    """A plan with its people, approved."""
    assert tidplan("people", "import", EXAMPLE / "people.csv").code == 0
    assert tidplan("plan", "import", document, "--yes").code == 0
    return tidplan


def test_reading_stores_nothing(tidplan, document: Path, home: Path) -> None:
    said = tidplan("plan", "read", document)
    assert "Klart våren -26" in said.out
    assert not home.exists()


def test_what_was_read_can_be_had_as_json(tidplan, document: Path) -> None:
    plan = json.loads(tidplan("plan", "read", document, "--json").out)
    assert [row["number"] for row in plan["activities"]] == [str(number) for number in range(1, 9)]
    spring = plan["activities"][1]["deadline"]
    assert (spring["start"], spring["due"], spring["precision"]) == (
        "2026-01-01",
        "2026-06-30",
        "season",
    )
    assert plan["activities"][0]["methods"] == [
        "Genomgång av kurskataloger och samtal med kursansvariga"
    ]
    assert [member["name"] for member in plan["members"]] == [
        "Anna Ekvall",
        "Bo Asplund",
        "Cecilia Dahlgren",
        "David Forsman",
    ]
    assert len(plan["reporting"]) == 2


def test_a_draft_waits_until_a_person_approves(tidplan, document: Path) -> None:
    assert "plan approve 1" in tidplan("plan", "import", document).out
    assert json.loads(tidplan("status", "--json").out)["activities"] == []
    assert (
        "David Forsman" in tidplan("plan", "approve").out
    )  # named in the plan, without an address
    assert len(json.loads(tidplan("status", "--json").out)["activities"]) == 11
    assert json.loads(tidplan("plan", "list", "--json").out)[0]["state"] == "approved"
    assert "godkänd" in tidplan("plan", "show").out


def test_the_same_plan_again_changes_nothing(followed, document: Path) -> None:
    before = followed("status", "--json").out
    assert "redan godkänd" in followed("plan", "import", document, "--yes").out
    assert followed("status", "--json").out == before


def test_a_revised_plan_keeps_what_was_answered(followed, tmp_path: Path) -> None:
    followed("report", "1", "--status", "done", "--today", "2026-03-01")
    revised = tmp_path / "plan.csv"
    revised.write_text(REVISED, encoding="utf-8")
    difference = json.loads(
        followed("plan", "diff", revised, "--reference", "2026-03-02", "--json").out
    )
    rows = [one["change"] for one in difference if one["part"] == "activity"]
    assert rows == ["same", "changed", "new"] + ["gone"] * 6
    assert difference[1]["deadline_moved"]
    said = followed("plan", "diff", revised, "--reference", "2026-03-02").out
    assert "En rad har fått en annan tid." in said
    assert "Tidplan: Klart våren -26 → Klart hösten -26 (2026-12-31)" in said
    followed("plan", "import", revised, "--reference", "2026-03-02", "--yes")
    status = {
        one["number"]: one
        for one in json.loads(followed("status", "--json").out)["activities"]
        if one["kind"] == "activity"
    }
    assert status["1"]["status"] == "done"
    assert status["2"]["deadline"]["due"] == "2026-12-31"
    assert status["3"]["status"] == "cancelled"
    assert status["9"]["status"] == "not_started"


def test_a_wording_without_a_year_needs_a_date_to_count_from(
    tidplan, home: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text(YEARLESS, encoding="utf-8")
    said = tidplan("plan", "import", plan, "--yes")
    assert said.code == 2
    assert "--reference" in said.err
    assert not (home / "tidplan.db").exists()
    assert tidplan("plan", "import", plan, "--yes", "--reference", "2026-05-01").code == 0


def test_a_day_from_document_to_mail(followed, tmp_path: Path) -> None:
    said = followed("run", "--today", NEAR, mail_url=f"eml:{tmp_path / 'mail'}")
    assert said.code == 0
    assert (
        len(list((tmp_path / "mail").glob("*.eml"))) == 6
    )  # three members, two readers, one secretary
    assert followed("run", "--today", NEAR).out.count("0 ") >= 3
    assert len(list((tmp_path / "mail").glob("*.eml"))) == 6


def test_without_a_relay_nothing_is_sent_and_it_is_said(followed) -> None:
    said = followed("run", "--today", NEAR)
    assert said.code == 0
    assert "TIDPLAN_MAIL_URL" in said.err


def test_a_relay_that_is_down_loses_nothing(followed) -> None:
    said = followed("run", "--today", NEAR, mail_url="mailto://127.0.0.1:1")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "Väntar: 6" in said.out


def test_the_steps_one_by_one(followed) -> None:
    assert "11 aktiviteter" in followed("evaluate", "--today", NEAR).out
    assert "2 veckobrev" in followed("escalate", "--today", NEAR).out
    assert "4 påminnelser" in followed("remind", "--today", NEAR).out
    assert "Väntar: 6" in followed("deliver", "--today", NEAR).out
    assert "nästa arbetsdag" in followed("remind", "--today", "2026-05-03").out


def test_answers_and_decisions_by_hand(followed) -> None:
    followed("run", "--today", NEAR)
    said = followed(
        "report",
        "3",
        "--status",
        "in-progress",
        "--new-deadline",
        "hösten 2026",
        "--by",
        "Bo Asplund",
        "--today",
        "2026-05-07",
    )
    assert said.code == 0
    cases = json.loads(followed("status", "--json", "--today", AFTER).out)["escalations"]
    case = next(one for one in cases if one["uid"] == "handledargruppen-3")
    assert case["proposed"] == "hösten 2026"
    assert f"ärende {case['id']}" in said.out
    decided = followed(
        "decide",
        str(case["id"]),
        "--decision",
        "accept-new-time",
        "--by",
        "Eva Holmstrand",
        "--today",
        "2026-05-11",
        "--json",
    )
    assert json.loads(decided.out)["uid"] == "handledargruppen-3"
    rows = {
        one["number"]: one for one in json.loads(followed("status", "--json").out)["activities"]
    }
    assert rows["3"]["deadline"]["due"] == "2026-12-31"
    assert followed("decide", str(case["id"]), "--decision", "drop").code == 2


def test_a_case_can_be_named_by_its_activity(followed) -> None:
    followed("evaluate", "--today", AFTER)
    said = followed(
        "decide",
        "handledargruppen-3",
        "--decision",
        "park",
        "--until",
        "2026-10-05",
        "--today",
        AFTER,
    )
    assert said.code == 0
    assert "Beslut" in followed("status", "--today", AFTER).out
    assert followed("decide", "handledargruppen-8", "--decision", "drop").code == 2
    assert followed("decide", "handledargruppen-3", "--decision", "reassign").code == 2


def test_the_directory_lists_people_with_their_roles(followed) -> None:
    people = {one["name"]: one for one in json.loads(followed("people", "list", "--json").out)}
    assert people["Anna Ekvall"]["roles"] == ["convenor:Handledargruppen"]
    assert people["Eva Holmstrand"]["roles"] == ["committee"]
    assert people["David Forsman"]["email"] is None
    assert "anna.ekvall@example.se" in followed("people", "list").out


def test_the_rules_in_force_can_be_printed_and_used_as_a_file(followed, home: Path) -> None:
    printed = followed("policy", "show").out
    (home / "council.yaml").write_text(
        printed.replace("name: null", "name: Sjörådet"), encoding="utf-8"
    )
    assert json.loads(followed("policy", "show", "--json").out)["name"] == "Sjörådet"


def test_when_the_rules_were_changed_can_be_looked_up(followed, home: Path) -> None:
    followed("run", "--today", "2026-09-07")
    assert "inte ändrats" in followed("policy", "history").out
    (home / "council.yaml").write_text("policy: {escalate: [21, 70]}\n")
    followed("run", "--today", "2026-09-08")
    assert followed("policy", "history").out == (
        "2026-09-08\n  policy.escalate: [14, 70] → [21, 70]\n"
    )


def test_a_backup_is_whole_and_never_written_over(followed, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert followed("db", "backup", copy).code == 0
    assert followed("db", "backup", copy).code == 1
    said = followed("status", "--json", database_url=f"sqlite:///{copy}")
    assert len(json.loads(said.out)["activities"]) == 11


def test_a_current_database_needs_no_upgrade(followed) -> None:
    assert "aktuell" in followed("db", "upgrade").out


def test_the_demo_shows_three_days_of_a_directives_life(tidplan, tmp_path: Path) -> None:
    output = tmp_path / "demo"
    said = tidplan("demo", "--output", output)
    assert said.code == 0
    assert len(list((output / "mail").glob("*.eml"))) >= 10
    assert "Beslut som väntar" in said.out
    assert tidplan("demo", "--output", output).code == 0  # again, over its own folder
    (tmp_path / "mine.txt").write_text("keep")
    assert tidplan("demo", "--output", tmp_path).code == 2
    assert (tmp_path / "mine.txt").exists()


def test_help_is_there_for_every_command(tidplan) -> None:
    listed = tidplan("--help").out
    for command in ("deadline", "plan", "people", "run", "outbox", "up", "demo"):
        assert f"  {command}" in listed
        assert "--help" in tidplan(command, "--help").out


def test_the_coming_weeks_can_be_seen_before_anything_is_sent(followed) -> None:
    foreseen = json.loads(followed("preview", "--today", NEAR, "--days", "40", "--json").out)
    assert {one["name"] for one in foreseen["letters"]} >= {"Anna Ekvall", "Eva Holmstrand"}
    shown = followed("simulate", "--from", NEAR, "--to", AFTER).out
    assert "handledargruppen-2" in shown
    assert "nytt ärende: handledargruppen-2" in shown
    assert followed("simulate", "--from", AFTER, "--to", NEAR).code == 2
    assert "0 brev" in followed("preview", "--today", "2026-07-11", "--days", "1").out


def test_nobody_outside_the_group_can_be_made_responsible(followed) -> None:
    followed("evaluate", "--today", AFTER)
    said = followed("decide", "handledargruppen-3", "--decision", "reassign", "--to", "Nisse Hult")
    assert said.code == 2
    assert "Bo Asplund" in said.err
    done = followed(
        "decide",
        "handledargruppen-3",
        "--decision",
        "reassign",
        "--to",
        "Anna Ekvall",
        "--today",
        AFTER,
    )
    assert done.code == 0


def test_more_time_in_a_members_own_words(followed) -> None:
    said = followed(
        "report",
        "4",
        "--status",
        "in-progress",
        "--new-deadline",
        "behöver två veckor till",
        "--today",
        NEAR,
    )
    assert "2026-10-14" in said.out
    sooner = followed(
        "report", "5", "--status", "in_progress", "--new-deadline", "oktober 2026", "--today", NEAR
    )
    assert "preciserad: sista dagen är nu 2026-10-31" in sooner.out
    assert "”Klart hösten -26”, senast 2026-10-31" in followed("status", "--today", NEAR).out
    assert (
        followed(
            "report",
            "5",
            "--status",
            "in-progress",
            "--new-deadline",
            "3 mars 2026",
            "--today",
            NEAR,
        ).code
        == 2
    )


def test_the_council_is_named_by_whoever_commissioned_its_first_plan(
    followed, tmp_path: Path
) -> None:
    followed("run", "--today", NEAR, mail_url=f"eml:{tmp_path / 'mail'}")
    assert "Samverkansrådet Sjöbygden" in followed("outbox", "show", "1").out


def test_without_a_word_help_is_shown(tidplan) -> None:
    for words in ((), ("plan",), ("-h",)):
        said = tidplan(*words)
        assert said.code == 0
        assert "--help" in said.out


def test_words_from_a_terminal_with_another_encoding_break_nothing(followed) -> None:
    assert followed("report", "1", "--status", "done", "--comment", "\udcff").code == 0


def test_a_date_far_outside_of_time_is_a_slip(tidplan) -> None:
    assert tidplan("run", "--today", "9999-12-31").code == 2
    assert tidplan("run", "--today", "0001-01-01").code == 2
    assert tidplan("decide", "99999999999999999999", "--decision", "drop").code == 2


def test_the_councils_own_words_decide_what_a_plan_means(
    tidplan, document: Path, home: Path
) -> None:
    home.mkdir()
    (home / "council.yaml").write_text('deadlines:\n  spring_sv: "2-5"\n', encoding="utf-8")
    plan = json.loads(tidplan("plan", "read", document, "--json").out)
    assert plan["activities"][1]["deadline"]["due"] == "2026-05-31"


def test_a_backup_brought_back_starts_with_the_outbox_on_hold(
    followed, home: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    followed("db", "backup", copy)
    followed("report", "1", "--status", "done", "--by", "Anna Ekvall", "--today", "2026-09-07")
    said = followed("db", "restore", copy)
    assert (said.code, "tidplan outbox release" in said.out) == (0, True)
    assert len(list((home / "backups").iterdir())) == 1
    assert followed("db", "restore", tmp_path / "none").code == 2
    assert "återställd" in followed("outbox", "status").out


def test_several_cases_are_decided_at_once(followed) -> None:
    late = ("--today", "2030-02-04")
    followed("evaluate", *late)
    cases = json.loads(followed("status", "--json", *late).out)["escalations"]
    numbers = [one["id"] for one in cases]
    assert len(numbers) > 1
    said = followed("decide", *numbers, "--decision", "acknowledge", *late).out
    assert said.count("någon tar tag i det") == len(numbers)
    group = cases[0]["uid"].rsplit("-", 1)[0]
    parked = followed(
        "decide", group, "--decision", "park", "--until", "2030-05-06", "--json", *late
    )
    assert parked.code == 2  # all of them rest: nothing of the group waits for a decision


def test_a_group_rests_and_an_activity_waits_at_the_keyboard(followed) -> None:
    [group] = json.loads(followed("group", "list", "--json").out)
    assert group["rests"] is False
    day = ("--today", "2026-03-02")
    said = followed("group", "pause", group["uid"], "--to", "2026-03-31", *day).out
    assert "vilar 2026-03-02–2026-03-31" in said
    assert "2026-03-31" in followed("group", "list", *day).out
    assert "i gång igen" in followed("group", "resume", group["group"], *day).out
    assert "vilade inte" in followed("group", "resume", group["group"], *day).out
    assert followed("group", "pause", "Ingen sådan", "--to", "2026-03-31", *day).code == 2
    blocked = ("--status", "blocked", "--blocked-by", "2", *day)
    assert followed("report", "3", *blocked).code == 0
    assert "väntar på" in followed("status", *day).out
    assert followed("report", "2", "--status", "blocked", "--blocked-by", "3", *day).code == 2
    assert followed("report", "2", "--status", "done", "--blocked-by", "3", *day).code == 2


def test_one_activity_says_what_happens_next(followed) -> None:
    day = ("--today", "2026-03-02")
    followed("evaluate", *day)
    one = json.loads(followed("status", "2", "--json", *day).out)
    assert (one["window"], one["level"]) == ("open", None)
    assert one["asked_on"] >= "2026-03-02"
    assert one["asked"]
    assert [rise["level"] for rise in one["rises"]] == ["convenor", "committee", "council"]
    said = followed("status", "2", *day).out
    assert one["asked"][0] in said
    assert "får arbetsutskottet veta det" in said
    followed("report", "2", "--status", "done", *day)
    assert "klar sedan 2026-03-02" in followed("status", "2", *day).out
    assert followed("status", "no-such", *day).code == 2
