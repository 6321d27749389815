"""Text tables whose cells are cut by a sign: " / ", " | ", tabs; or by pipes over many lines."""

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.columns import is_plan, roles_of
from intake.document import Place, Row, Table
from intake.line import Line
from intake.wording import fold, split_number

_SIGNS = ("\t", " | ", " / ", " ; ", ";")
_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$")
_CODE = re.compile(r"^\s*\w{0,4}\d[\w./-]*\s*$")
MIN_CELLS = 3
MAX_LINES_A_CELL = 12


def cut_table(lines: Sequence[Line], at: int, table: int) -> tuple[int, Table] | None:
    """(first line after it, the table) when the line at `at` is cut into known headings."""
    for sign in _SIGNS:
        head = tuple(lines[at].text.strip().split(sign))
        if len(head) >= MIN_CELLS and is_plan(roles_of(head)):
            end = _end(lines, at + 1, sign)
            rows = _rows(lines[at + 1 : end], sign, len(head), table)
            if rows:
                place = Place(lines[at].page, table, None, lines[at].number)
                return end, Table((Row(head, place), *rows), place)
    return None


def _end(lines: Sequence[Line], at: int, sign: str) -> int:
    while at < len(lines) and not _leaves(lines[at], sign):
        at += 1
    return at


def _leaves(line: Line, sign: str) -> bool:
    head = tuple(line.text.strip().split(sign))
    another = len(head) >= MIN_CELLS and is_plan(roles_of(head))
    return another or (line.gap and sign not in line.text)


def _rows(lines: Sequence[Line], sign: str, width: int, table: int) -> list[Row]:
    """A line opens a row when it opens with a code like the first one, or holds every cell."""
    coded = bool(lines) and _CODE.match(lines[0].text.split(sign)[0]) is not None
    found: list[tuple[Line, list[str]]] = []
    for line in _whole_lines(lines, sign, width):
        cells = _cut(line.text, sign)
        if not found or _opens(cells, width, coded=coded):
            found.append((line, cells))
        else:
            open_cells = found[-1][1]
            open_cells[-1] += "\n" + cells[0]
            open_cells += cells[1:]
    return [_row(line, cells, width, table, at) for at, (line, cells) in enumerate(found, start=2)]


def _whole_lines(lines: Sequence[Line], sign: str, width: int) -> list[Line]:
    """Lines that end with the sign made one with the next, unless their last cell is empty."""
    whole: list[Line] = []
    for line in lines:
        if whole and _is_open(whole[-1].text, sign, width):
            text = f"{whole[-1].text.rstrip()} {line.text.strip()}"
            whole[-1] = replace(whole[-1], text=text)
        else:
            whole.append(line)
    return whole


def _is_open(text: str, sign: str, width: int) -> bool:
    ends = bool(sign.strip()) and text.rstrip().endswith(sign.strip())
    return ends and len(_cut(text, sign)) < width


def _cut(text: str, sign: str) -> list[str]:
    """The cells, also empty ones whose sign has lost a blank or shares it with the next."""
    if sign.strip() and sign.startswith(" ") and sign.endswith(" "):
        both = f"{sign.rstrip()}{sign}"  # " | |"
        text = text.replace(both, sign + sign)
    return f"{text.strip()} ".split(sign) if sign.endswith(" ") else text.strip().split(sign)


def _opens(cells: list[str], width: int, *, coded: bool) -> bool:
    return bool(_CODE.match(cells[0])) and len(cells) > 1 if coded else len(cells) >= width


def _row(line: Line, cells: list[str], width: int, table: int, at: int) -> Row:
    kept = [*cells[: width - 1], " ".join(cells[width - 1 :])]
    return Row(tuple(kept), Place(line.page, table, at, line.number))


def piped_table(lines: Sequence[Line], at: int, table: int) -> tuple[int, Table] | None:
    """A table with a rule of dashes, its cells maybe broken over lines."""
    rule = next(
        (
            n
            for n in range(at + 1, min(at + MAX_LINES_A_CELL, len(lines)))
            if _RULE.match(lines[n].text)
        ),
        None,
    )
    if rule is None or "|" not in lines[at].text:
        return None
    width = lines[rule].text.strip().strip("|").count("|") + 1
    head = _cells(lines[at:rule], width)
    if len(head) != 1:
        return None
    end = _piped_end(lines, rule + 1)
    rows = _cells(lines[rule + 1 : end], width)
    place = Place(lines[at].page, table, None, lines[at].number)
    first = Row(head[0][1], place)
    return end, Table(
        (
            first,
            *(
                Row(cells, Place(line.page, table, n, line.number))
                for n, (line, cells) in enumerate(rows, start=2)
            ),
        ),
        place,
    )


def _piped_end(lines: Sequence[Line], at: int) -> int:
    """Where no pipe is near any more."""
    last = at
    for n in range(at, len(lines)):
        if "|" in lines[n].text:
            last = n + 1
        elif n - last >= MAX_LINES_A_CELL or (
            lines[n].gap and "|" not in lines[n - 1].text and last < n
        ):
            break
    return last


def _cells(lines: Sequence[Line], width: int) -> list[tuple[Line, tuple[str, ...]]]:
    """Rows of `width` cells, each ended by a pipe; a pipe in front of a row is no cell."""
    found: list[tuple[Line, tuple[str, ...]]] = []
    cells: list[str] = [""]
    opened: Line | None = None
    for line in lines:
        text = line.text.strip()
        if opened is None:
            opened, text = line, text.removeprefix("|")
        for nth, piece in enumerate(text.split("|")):
            if nth:
                cells.append("")
            cells[-1] = f"{cells[-1]}\n{piece}".strip()
        if len(cells) > width or (
            len(cells) == width
            and cells[-1]
            and not text.endswith("|")
            and len(text.split("|")) > 1
        ):
            found.append((opened, tuple(cells[:width])))
            cells, opened = [""], None
    return found


def cells_below(lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """Lines that stand together, as one cell each; points go with the line that announces them."""
    found: list[tuple[Line, str]] = []
    for line in lines:
        if found and (not line.gap or _belongs(found[-1][1], line.text)):
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{_without_bullet(line.text)}")
        else:
            found.append((line, line.text.strip()))
    return found


def _belongs(before: str, text: str) -> bool:
    return text.lstrip()[:1] in "•–▪" or (before.endswith("/") and bool(fold(text)))


def _without_bullet(text: str) -> str:
    return split_number(text.lstrip(" •▪"))[1] if text.lstrip()[:1] in "•▪" else text.strip()
