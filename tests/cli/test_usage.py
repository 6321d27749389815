"""A command line that was not understood: what is wrong with it, in the reader's language."""

from collections.abc import Iterator
from contextlib import suppress

import click
import pytest

from cli.main import COMMANDS
from cli.main import tidplan as program
from language.catalog import LANGUAGES, keys, say


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
        ("plan list mer alls", "mer alls står för mycket"),
        ("preview --picture /", "--picture: / går inte att använda som fil"),
        (f"demo --output {__file__}", f"--output: {__file__} går inte att använda som mapp"),
        ("outbox bounced /saknas", "FILE: /saknas går inte att använda som fil"),
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


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        ("report", "report"),
        ("simulate --from", "simulate"),
        ("plan list --json=3", "plan list"),
        ("plan importt", "plan"),
    ],
)
def test_the_command_that_shows_how_is_named(tidplan, arguments: str, command: str) -> None:
    assert f"`tidplan {command} --help`" in tidplan(*arguments.split()).err


def test_help_is_in_swedish_too(tidplan) -> None:
    said = tidplan("report", "--help").out
    assert "Så här: tidplan report [FLAGGOR] ACTIVITY" in said
    assert "[måste anges]" in said
    assert "Visa den här hjälpen." in said


def test_help_is_in_english_to_who_reads_english(tidplan) -> None:
    said = tidplan("report", "--help", language="en").out
    assert "Usage: tidplan report [OPTIONS] ACTIVITY" in said
    assert "Show this help." in said


def every_command() -> Iterator[tuple[str, click.Command]]:
    """Those within others too."""
    waiting = [(name, program.get_command(click.Context(program), name)) for name in COMMANDS]
    for name, command in waiting:
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            waiting += [(f"{name} {one}", inner) for one, inner in command.commands.items()]


def words_as_they_are() -> Iterator[str]:
    """Of the catalogs: those that need nothing filled in."""
    for language in LANGUAGES:
        for key in keys(language):
            with suppress(KeyError):
                yield say(key, language)


def test_every_help_text_stands_in_the_catalogs() -> None:
    written = {
        (name, text)
        for name, command in every_command()
        for text in (command.help, *(getattr(one, "help", None) for one in command.params))
        if text
    }
    known = set(words_as_they_are())
    assert {(name, text) for name, text in written if text not in known} == set()
