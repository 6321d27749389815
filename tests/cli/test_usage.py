"""A command line that was not understood: what is wrong with it, in the reader's language."""

import pytest


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        ("--foo", "flaggan --foo finns inte"),
        ("plan importt", "kommandot importt finns inte, kanske export, import"),
        ("report", "ACTIVITY saknas"),
        ("report 2", "--status saknas"),
        ("report 2 --status klar", "--status: klar är inget av not-started, in-progress,"),
        ("simulate --from 2022-13-01", "--from: ”2022-13-01” är inget datum"),
        ("web --port abc", "--port: abc är inget heltal"),
        ("web --port 99999", "--port: 99999 är inget heltal inom gränserna"),
        ("simulate --from", "--from tar inget värde, eller saknar sitt"),
    ],
)
def test_what_is_wrong_is_said_in_swedish(tidplan, arguments: str, wrong: str) -> None:
    said = tidplan(*arguments.split())
    assert said.code == 2
    assert wrong in said.err
    assert said.err.count("\n") == 1


def test_it_is_said_in_english_to_who_reads_english(tidplan) -> None:
    said = tidplan("plan", "importt", language="en")
    assert "there is no command importt, perhaps export, import" in said.err


def test_the_command_that_shows_how_is_named(tidplan) -> None:
    assert "`tidplan report --help`" in tidplan("report").err


def test_help_is_in_swedish_too(tidplan) -> None:
    said = tidplan("report", "--help").out
    assert "Så här: tidplan report [FLAGGOR] ACTIVITY" in said
    assert "[måste anges]" in said
    assert "Visa den här hjälpen." in said


def test_help_is_in_english_to_who_reads_english(tidplan) -> None:
    said = tidplan("report", "--help", language="en").out
    assert "Usage: tidplan report [OPTIONS] ACTIVITY" in said
    assert "Show this help." in said
