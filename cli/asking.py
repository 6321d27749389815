"""Questions at the keyboard, in the reader's own language, until the answer is understood."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, TypeVar

import click

from cli.door import Day
from cli.words import tell
from language.catalog import LANGUAGES, say

T = TypeVar("T")
YES_OR_NO: Final = {"j": True, "ja": True, "y": True, "yes": True} | dict.fromkeys(
    ("n", "nej", "no", ""), False
)


def agrees(question: str) -> bool:
    """Enter alone is a no."""
    shown = f"{question} [{tell('cli.ask.yes_or_no')}]"
    return _understood(shown, YES_OR_NO.get, tell("cli.ask.yes_or_no.again"))


def chosen(question: str, choices: Sequence[str], *, kind: str) -> str:
    """One of the choices, in the words of any language; Enter alone is the first."""
    words = [tell(f"{kind}.{one}") for one in choices]
    known = {"": choices[0], **_words_for(choices, kind)}
    shown = f"{question} ({', '.join(words)}) [{words[0]}]"
    return _understood(shown, known.get, tell("cli.ask.choice.again", words=", ".join(words)))


def _words_for(choices: Sequence[str], kind: str) -> Mapping[str, str]:
    named = {say(f"{kind}.{one}", language): one for language in LANGUAGES for one in choices}
    return named | {one: one for one in choices}


def which_day(question: str) -> date:
    return _understood(f"{question} ({Day.name})", _day, tell("cli.ask.day.again"))


def _day(said: str) -> date | None:
    try:
        return Day().convert(said, None, None)
    except click.BadParameter:
        return None


def _understood(question: str, understand: Callable[[str], T | None], otherwise: str) -> T:
    while True:
        said: str = click.prompt(question, default="", show_default=False)
        meant = understand(" ".join(said.casefold().split()))
        if meant is not None:
            return meant
        click.echo(otherwise)
