"""Cells of one column that an extraction has broken over lines, put together again."""

from collections.abc import Sequence

from intake.timewords import has_year, is_time
from intake.vocabulary import OPEN_ENDS
from intake.wording import split_number

FULL = 0.75  # of the longest line: one that was broken by the edge


def rejoined(cells: Sequence[str]) -> list[str]:
    """A line that begins small, or follows an open end, goes on with the one above it."""
    found: list[str] = []
    opened = [cell for cell in cells if split_number(cell)[0] is not None]
    numbered = bool(cells) and cells[0] in opened and len(opened) > 1
    for cell in cells:
        goes_on = split_number(cell)[0] is None if numbered else cell[:1].islower()
        if found and (goes_on or (not numbered and is_open(found[-1]))):
            found[-1] = f"{found[-1]}\n{cell}"
        else:
            found.append(cell)
    return found


def is_open(text: str) -> bool:
    """Whether a line ends in a word or sign that waits for more."""
    last = next(iter(text.split()[::-1]), "")
    return last.casefold() in OPEN_ENDS or last[-1:] in ("-", ",", "/", "\u2013")


def whole_times(cells: Sequence[str]) -> list[str]:
    """Times over two lines: "Klart under" and "hösten -26", "December 31," and "2026"."""
    found: list[str] = []
    for cell in cells:
        if found and (not is_time(found[-1]) or _ends(found[-1], cell)) and _both(found[-1], cell):
            found[-1] = f"{found[-1]}\n{cell}"
        else:
            found.append(cell)
    return found


def _both(before: str, cell: str) -> bool:
    return is_time(f"{before} {cell}")


def _ends(before: str, cell: str) -> bool:
    """Whether a line is only the year of the time above it, or what goes on from its dash."""
    bare = cell.strip(" -–’'").isdigit() or cell[:1].islower()
    return (bare and not has_year(before)) or before[-1] in "-–,"


def fitted_to(cells: list[str], number: int) -> list[str]:
    """As many cells as rows: lines after the fullest ones are taken for the rest of these."""
    fitted = list(cells)
    while len(fitted) > number:
        ends = [len(cell.rpartition("\n")[2]) for cell in fitted[:-1]]
        longest = max(ends, default=0)
        full = [at for at, length in enumerate(ends) if length == longest]
        if not full or longest < FULL * max(
            len(line) for one in cells for line in one.split("\n")
        ):
            return cells
        fitted[full[0]] += f"\n{fitted.pop(full[0] + 1)}"
    return fitted


def without_numbers(cells: list[str], of: list[str]) -> list[str]:
    """Cells without the numbers that each repeats from the first column."""
    numbers = [split_number(cell)[0] for cell in of]
    parts = [split_number(cell) for cell in cells]
    same = all(number for number in numbers) and [number for number, _ in parts] == numbers
    return [rest for _, rest in parts] if same else cells
