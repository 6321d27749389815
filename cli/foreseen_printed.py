"""A look into the future in the terminal."""

from collections.abc import Sequence

import click

from cli.printed import print_table
from cli.words import tell, tell_count
from reports.foreseen import Foreseen, Future, by_group, by_person


def print_future(future: Future, *, by: str, answers: str, policy: str | None) -> None:
    if policy is not None:
        click.secho(f"\n{policy}", bold=True)
    span = {"first": future.first, "last": future.last}
    click.echo(tell_count(f"cli.foreseen.{answers}", len(future.letters), **span))
    if by == "day":
        _print_letters(future.letters)
    else:
        for place, letters in (by_person if by == "person" else by_group)(future).items():
            click.secho(
                "\n" + tell_count("cli.foreseen.place", len(letters), place=place), bold=True
            )
            _print_letters(letters)
    _print_events(future)


def _print_letters(letters: Sequence[Foreseen]) -> None:
    if letters:
        headings = [tell(f"cli.heading.{name}") for name in ("day", "name", "subject", "about")]
        rows = [[str(one.day), one.name, one.subject, _about(one)] for one in letters]
        print_table(headings, rows)


def _about(letter: Foreseen) -> str:
    return ", ".join(dict.fromkeys(letter.asks + letter.cases))


def _print_events(future: Future) -> None:
    """In the order of days: what becomes of cases, and what was supposed."""
    events = [
        (day, tell(f"cli.foreseen.{name}", uid=uid))
        for name in ("opened", "raised", "closed")
        for day, uid in getattr(future, name)
    ]
    events += [
        (one.day, tell(f"cli.foreseen.{name}", uid=one.uid, name=one.name, what=_what(one.what)))
        for name in ("answered", "decided")
        for one in (future.answers if name == "answered" else future.decisions)
    ]
    events += [(day, tell_count("cli.foreseen.held", letters)) for day, letters in future.held]
    for day, said in sorted(events, key=lambda event: event[0]):
        click.echo(f"{day} {said}")


def _what(what: str) -> str:
    return tell(f"cli.foreseen.said.{what}")


def print_difference(sentences: Sequence[str], policies: Sequence[str]) -> None:
    click.secho(
        "\n" + tell("cli.foreseen.difference", one=policies[0], other=policies[1]), bold=True
    )
    for sentence in sentences:
        click.echo(f"  {sentence}")
