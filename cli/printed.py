"""How values look in a terminal."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cli.words import reader, tell
from deadlines.deadline import Deadline
from language.catalog import say

NARROWEST = 60
SILENT = {"", "–"}
MANY_PAGES = 20
SHORT = ("number", "due", "id", "uid", "days_overdue", "opened", "state", "language", "activities")


def print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def print_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, title: str | None = None
) -> None:
    """Text as it is: nothing in it is markup. A column without a word in any row is left out."""
    console = Console(highlight=False, markup=False, emoji=False)
    table = Table(title=Text(title) if title else None, title_justify="left", show_lines=False, box=None, pad_edge=False, padding=(0, 2, 0, 0))  # fmt: skip # noqa: E501
    short = {tell(f"cli.heading.{name}") for name in SHORT}
    lines = list(rows)
    columns = [
        (heading, [line[place] for line in lines]) for place, heading in enumerate(headings)
    ]
    told = [one for one in columns if not lines or not SILENT.issuperset(one[1])]
    for heading, cells in told:
        whole = heading in short or _are_addresses(cells)
        table.add_column(Text(heading, style="bold"), overflow="fold", no_wrap=whole)
    for line in zip(*(cells for _, cells in told), strict=True):
        table.add_row(*map(Text, line))
    console.print(table, width=max(console.width, NARROWEST))


def _are_addresses(cells: Iterable[str]) -> bool:
    """Which are copied, and so never broken."""
    return any("@" in cell and " " not in cell for cell in cells)


def window(deadline: Deadline | None) -> str:
    """The last day in short, or what stands instead of one."""
    if deadline is None:
        return "–"
    if deadline.due is not None:
        return deadline.due.isoformat()
    return say(f"cli.kind.{deadline.kind}", reader())


def reason_words(reasons: Iterable[Sequence[Any]]) -> str:
    """Stored reasons, said in the terminal's language."""
    return "; ".join(say(str(key), reader(), **_values(values)) for key, values in reasons)


def _values(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: str(value) if isinstance(value, date) else value for name, value in values.items()
    }


def pages_read(done: int, total: int) -> None:
    """A line that counts pages on a terminal, for documents that take their time."""
    if total >= MANY_PAGES and sys.stderr.isatty():
        click.echo("\r" + tell("cli.pages", done=done, total=total), err=True, nl=done >= total)
