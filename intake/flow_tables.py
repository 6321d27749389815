"""Tables whose columns an extraction has written one after the other, without any rule or gap."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.columns import roles_of, split_headings
from intake.document import Place, Row, Table, doubt
from intake.flow_names import has_room, may_begin_above, name_opens, name_over_lines, split_name
from intake.line import Line
from intake.time_vocabulary import TIME_OPENERS
from intake.timewords import has_year, is_time, trailing_time
from intake.whole_cells import is_open
from intake.wording import key

_START = re.compile(r"^\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(?=\S)")
_ALONE = re.compile(r"\s*\d{1,3}\.?\s*")
_YEAR = re.compile(r"[-–’'](?:\d\d)|(?:19|20)\d\d")

MAX_LINES = 3_000
MAX_ROW_LINES = 15
MIN_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Group:
    """The lines of one row, and which of them ends in a wording of time."""

    lines: tuple[Line, ...]
    anchor: int | None


def flow_table(lines: Sequence[Line], at: int, table: int) -> tuple[int, Table] | None:
    """(first line after it, the table) when a line of headings stands at `at`."""
    headings = split_headings(lines[at].text.strip())
    roles = roles_of(headings)
    if (
        not headings
        or roles[-1] != "deadline"
        or set(roles) - {"number", "description", "responsible", "deadline"}
    ):
        return None
    body, spans = _whole_times(*_whole_numbers(lines[at + 1 : at + 1 + MAX_LINES]))
    groups, used = (
        _numbered(body) if _START.match(body[0].text if body else "") else _anchored(body)
    )
    if not any(group.anchor is not None for group in groups):
        return None
    rows = _rows(groups, "responsible" in roles, table)
    place = Place(page=lines[at].page, table=table, line=lines[at].number)
    if "number" in roles:
        rows = [replace(row, cells=_numbered_cells(row.cells)) for row in rows]
    return at + 1 + sum(spans[:used]), Table((Row(headings, place), *rows), place)


def _whole_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[int]]:
    """Numbers alone on a line put before the row that they open; others number pages."""
    whole: list[Line] = []
    spans: list[int] = []
    last, waiting, skipped = 0, "", 0
    for line in lines:
        if _ALONE.fullmatch(line.text):
            waiting = line.text.strip().rstrip(".") if _number_of(line) == last + 1 else waiting
            skipped += 1
            continue
        text = f"{waiting}. {line.text.strip()}" if waiting else line.text
        last = int(waiting) if waiting else (_number(line) or (last,))[0]
        whole.append(replace(line, text=text))
        spans.append(1 + skipped)
        waiting, skipped = "", 0
    return whole, spans


def _number_of(line: Line) -> int:
    return int(line.text.strip().rstrip("."))


def _whole_times(lines: Sequence[Line], before: list[int]) -> tuple[list[Line], list[int]]:
    """Wordings of time that are broken over lines made whole; and how many lines each line was."""
    whole: list[Line] = []
    spans: list[int] = []
    for line, span in zip(lines, before, strict=True):
        if whole and not line.gap and _goes_on(whole[-1].text.strip(), line.text.strip()):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {line.text.strip()}")
            spans[-1] += span
        else:
            whole.append(line)
            spans.append(span)
    return whole, spans


def _goes_on(before: str, text: str) -> bool:
    """Whether "-26" or "2026" ends the time above it, or "Klart under" opens the one below it."""
    if has_year(before) or not is_time(text):
        return False
    waits = before.rsplit(maxsplit=1)[-1].casefold() in TIME_OPENERS  # "Norrbygruppen Klart"
    if _YEAR.fullmatch(text):
        return waits or bool(trailing_time(before)[1])
    opener = before.split(maxsplit=1)[0].casefold() in TIME_OPENERS
    return waits or (opener and not is_time(before) and is_time(f"{before} {text}"))


def _numbered_cells(cells: tuple[str, ...]) -> tuple[str, ...]:
    found = _START.match(cells[0])
    number = found["number"] if found else ""
    return (number, cells[0][found.end() :] if found else cells[0], *cells[1:])


def _numbered(body: Sequence[Line]) -> tuple[list[_Group], int]:
    """Rows that open with the next number; a number without any time after it ends the table."""
    groups: list[_Group] = []
    at = 0
    while at < len(body):
        end = _row_end(body, at)
        group = _group(body[at:end])
        if group.anchor is None and not _more_to_come(body, end, groups, group):
            break
        groups.append(group)
        at = end
        if end < len(body) and not _follows(body[end - len(group.lines)], body[end]):
            break
    return _cut_last(groups, at)


def _row_end(body: Sequence[Line], at: int) -> int:
    end = at + 1
    while end < len(body) and not _follows(body[at], body[end]) and not _is_section(body, at, end):
        end += 1
    return end


def _number(line: Line) -> tuple[int, ...]:
    found = _START.match(line.text)
    return tuple(int(part) for part in found["number"].split(".")) if found else ()


def _follows(before: Line, line: Line) -> bool:
    """Whether the number is the next one: 2 after 1, 1.2 or 2.1 after 1.1."""
    old, new = _number(before), _number(line)
    if not old or not new:
        return False
    return new in {(*old[:-1], old[-1] + 1), (*old, 1), (old[0] + 1,), (old[0] + 1, 1)}


def _is_section(body: Sequence[Line], at: int, end: int) -> bool:
    """A numbered line out of order after the row's own deadline opens another section."""
    return bool(_number(body[end])) and any(trailing_time(line.text)[1] for line in body[at:end])


def _more_to_come(body: Sequence[Line], end: int, groups: list[_Group], group: _Group) -> bool:
    """A row without time is one only between rows that have it."""
    if end >= len(body) or not groups or not _follows(group.lines[0], body[end]):
        return False
    return _group(body[end : _row_end(body, end)]).anchor is not None


def _group(lines: Sequence[Line]) -> _Group:
    anchors = [at for at, line in enumerate(lines) if trailing_time(line.text)[1]]
    return _Group(tuple(lines), anchors[-1] if anchors else None)


def _cut_last(groups: list[_Group], used: int) -> tuple[list[_Group], int]:
    """The last row ends with its deadline when the rows before did."""
    if not groups or groups[-1].anchor is None:
        return groups, used
    last = _Group(groups[-1].lines, _first_anchor(groups[-1].lines))
    others = [group for group in groups[:-1] if group.anchor is not None]
    tail = len(last.lines) - 1 - (last.anchor or 0)
    if not tail or any(group.anchor != len(group.lines) - 1 for group in others):
        return [*groups[:-1], _until_gap(last)], used - len(last.lines) + len(
            _until_gap(last).lines
        )
    kept = _Group(last.lines[: (last.anchor or 0) + 1], last.anchor)
    return [*groups[:-1], kept], used - tail


def _first_anchor(lines: Sequence[Line]) -> int | None:
    return next((at for at, line in enumerate(lines) if trailing_time(line.text)[1]), None)


def _until_gap(group: _Group) -> _Group:
    anchor = group.anchor or 0
    for at in range(anchor + 1, len(group.lines)):
        if group.lines[at].gap:
            return _Group(group.lines[:at], group.anchor)
    return group


def _anchored(body: Sequence[Line]) -> tuple[list[_Group], int]:
    """Rows without numbers: each ends where a wording of time ends a line."""
    groups: list[_Group] = []
    start = used = 0
    for at, line in enumerate(body):
        if at - start > MAX_ROW_LINES or (
            groups
            and line.gap
            and at == start
            and len(line.text.split()) < MIN_WORDS
            and not trailing_time(line.text)[1]
        ):
            break
        if trailing_time(line.text)[1]:
            groups.append(_Group(tuple(body[start : at + 1]), at - start))
            start = used = at + 1
    return groups, used


def _rows(groups: list[_Group], has_responsible: bool, table: int) -> list[Row]:  # noqa: FBT001 - one private caller
    before = [_before_time(group) for group in groups]
    known = _shared_endings(before) if has_responsible else []
    return [
        _row(
            group,
            text,
            known if has_responsible else None,
            Place(group.lines[0].page, table, at, group.lines[0].number),
        )
        for at, (group, text) in enumerate(zip(groups, before, strict=True), start=2)
    ]


def _before_time(group: _Group) -> str:
    return "" if group.anchor is None else trailing_time(group.lines[group.anchor].text)[0].strip()


def _shared_endings(texts: list[str]) -> list[str]:
    """Endings that stand before more than one deadline: names, longest first."""
    endings = Counter(
        " ".join(parts[at:])
        for text in texts
        if (parts := text.split())
        for at in range(len(parts))
    )
    return sorted((name for name, times in endings.items() if times > 1), key=len, reverse=True)


def _row(group: _Group, before: str, known: list[str] | None, place: Place) -> Row:
    texts = [line.text.strip() for line in group.lines]
    if group.anchor is None:
        return _undated(texts, known, place)
    time = trailing_time(texts[group.anchor])[1]
    around = [*texts[: group.anchor], *texts[group.anchor + 1 :]]
    if known is None:
        texts[group.anchor] = before
        return Row(("\n".join(filter(None, texts)), time), place)
    if group.anchor > 0 and group.anchor == len(texts) - 1:
        return _stacked(around, before, time, known, place)
    rest, name, doubts = split_name(before, known)
    if any(map(is_open, around[: group.anchor])) and not doubts:
        doubts = (doubt("broken_name", name=name),)
    return Row(("\n".join(filter(None, [rest, *around])), name, time), place, doubts)


def _stacked(above: list[str], before: str, time: str, known: list[str], place: Place) -> Row:
    """Cell after cell: what shares a line with the deadline is the name."""
    if before:
        cut = before[0].islower() or (bool(above) and is_open(above[-1]))
        doubts = (doubt("broken_name", name=before),) if cut else ()
        return Row(("\n".join(above), before, time), place, doubts)
    if len(above) > 1 and (above[-1] in known or above[-1][:1].isupper()):
        opens = len(above) - 1 if above[-1] in known else name_opens(above)
        alone = opens == len(above) - 1 and not may_begin_above(above, known)
        sure = alone or has_room(above, opens) or is_open(above[-2])
        doubts = () if sure else (doubt("broken_name", name=" ".join(above[opens:])),)
        return Row(("\n".join(above[:opens]), "\n".join(above[opens:]), time), place, doubts)
    if opens := name_over_lines(above):
        return Row(("\n".join(above[:opens]), "\n".join(above[opens:]), time), place)
    return Row(("\n".join(above), "", time), place, (doubt("no_responsible"),))


def _undated(texts: list[str], known: list[str] | None, place: Place) -> Row:
    doubts = (doubt("no_deadline_in_row"),)
    if known is None:
        return Row(("\n".join(texts), ""), place, doubts)
    names = {key(name) for name in known}
    if len(texts) > 1 and key(texts[-1]) in names:
        return Row(("\n".join(texts[:-1]), texts[-1], ""), place, doubts)
    return Row(("\n".join(texts), "", ""), place, doubts)
