"""Pages set in two columns of running text: read one after the other, and not across."""

from collections.abc import Iterator, Sequence
from typing import Any

from intake.bullets import is_point
from intake.columns import is_plan, roles_of, split_headings
from intake.points import name_before
from intake.wording import split_number

Word = dict[str, Any]
MIN_LINES = 5
MIN_POINTS = 2  # a side
MIN_WORDS = 3  # a line, on the average: columns of a table say less
BALANCE = 0.5  # the shorter column beside the longer one
REACH = 0.6  # of a column's width that its lines fill, on the average
STEP = 3.0
LEVEL = 1.0
MIN_CELL, MAX_CELL = 2, 3  # words
MIN_HEADS = 2
LARGER = 1.1  # type than the headings have
WIDE = 0.6  # of the type size: more than any space between words
EDGE = 0.3  # of the page: a gutter lies well inside it


def columns_of(words: Sequence[Word], width: float) -> list[list[Word]]:
    """The words in the order in which they are read: runs of lines across, or column by column."""
    lines = _lines(words)
    parts: list[list[Word]] = []
    at = 0
    while at < len(lines):
        if end := _table_end(lines, at):
            parts += lines[at:end]
            at = end
            continue
        gutter, end = _gutter(lines, at, width)
        if gutter is None:
            parts.append(lines[at])
            at += 1
            continue
        block = [word for line in lines[at:end] for word in line]
        parts.append([word for word in block if word["x0"] < gutter])
        parts.append([word for word in block if word["x0"] >= gutter])
        at = end
    return list(_joined(parts, words))


def _table_end(lines: Sequence[list[Word]], at: int) -> int:
    """The first line below a table without rules that the line at `at` heads; 0 when it does not.

    Larger type ends it, and so does text that runs on below two of the headings.
    """
    heads = _pieces(lines[at])
    if len(heads) < MIN_HEADS or not is_plan(roles_of(tuple(text for text, _, _ in heads))):
        return 0
    size = lines[at][0]["size"]
    end = at + 1
    while end < len(lines) and lines[end][0]["size"] <= LARGER * size:
        reach = [
            sum(left < x1 and x0 < right for _, x0, x1 in heads)
            for _, left, right in _pieces(lines[end])
        ]
        if max(reach) > 1 and not _is_band(lines, end, heads):
            break
        end += 1
    return end


def _is_band(
    lines: Sequence[list[Word]], at: int, heads: Sequence[tuple[str, float, float]]
) -> bool:
    """Whether a line names the rows below it: it opens where they do."""
    first = _pieces(lines[at])
    if len(first) > 1 or abs(first[0][1] - heads[0][1]) > STEP or at + 1 >= len(lines):
        return False
    return len(_pieces(lines[at + 1])) >= MIN_HEADS


def _pieces(line: Sequence[Word]) -> list[tuple[str, float, float]]:
    """(words, left, right) of what stands together on a line."""
    found: list[tuple[str, float, float]] = []
    for word in line:
        if found and word["x0"] - found[-1][2] < WIDE * word["size"]:
            text, left, _ = found[-1]
            found[-1] = (f"{text} {word['text']}", left, word["x1"])
        else:
            found.append((word["text"], word["x0"], word["x1"]))
    return found


def _joined(parts: list[list[Word]], words: Sequence[Word]) -> Iterator[list[Word]]:
    """One part where nothing is set in columns."""
    if all(len(_lines(part)) == 1 for part in parts):
        yield list(words)
        return
    run: list[Word] = []
    for part in parts:
        if len(_lines(part)) > 1:
            if run:
                yield run
            yield part
            run = []
        else:
            run += part
    if run:
        yield run


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one["top"] + one["bottom"], one["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        if lines and lines[-1][0]["top"] <= middle <= lines[-1][0]["bottom"]:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda one: one["x0"]) for line in lines]


def _gutter(lines: Sequence[list[Word]], at: int, width: float) -> tuple[float | None, int]:
    """(where it lies, first line below it) when the lines from `at` on leave a strip empty."""
    ends = {
        step * STEP: _end(lines, at, step * STEP)
        for step in range(int(EDGE * width / STEP), int((1 - EDGE) * width / STEP))
    }
    longest = max(ends.values(), default=at)
    strip = [x for x, end in ends.items() if end == longest]
    if longest - at < MIN_POINTS:
        return None, at
    first = [x for n, x in enumerate(strip) if x - strip[0] < (n + 1) * STEP]  # its leftmost part
    x = first[len(first) // 2]
    within = lines[at:longest]
    return (x, longest) if _are_lists(within, x) or _is_prose(within, x) else (None, at)


def _end(lines: Sequence[list[Word]], at: int, x: float) -> int:
    while at < len(lines) and not _crossed(lines[at], x):
        at += 1
    return at


def _crossed(line: Sequence[Word], x: float) -> bool:
    """Whether a word, or a space between two words, lies there."""
    before = [word for word in line if word["x0"] < x]
    after = [word for word in line if word["x0"] >= x]
    if any(word["x1"] > x for word in before):
        return True
    close = before and after and after[0]["x0"] - before[-1]["x1"] < after[0]["size"]
    return bool(close)


def _are_lists(lines: Sequence[list[Word]], x: float) -> bool:
    """Whether both sides are lists of points, or of what somebody does: "Ann Reed: paint it"."""
    for left in (True, False):
        side = [[word for word in line if (word["x0"] < x) is left] for line in lines]
        texts = [" ".join(word["text"] for word in line) for line in side if line]
        points = sum(map(_opens_point, texts))
        if points < MIN_POINTS or points * 2 < len(texts):
            return False
    return True


def _opens_point(text: str) -> bool:
    return is_point(text) or (":" in text and name_before(split_number(text)[1])[0] is not None)


def _is_prose(lines: Sequence[list[Word]], x: float) -> bool:
    """Whether both sides are filled with words, as text is, and no line heads a table."""
    if len(lines) < MIN_LINES:
        return False
    if any(split_headings(" ".join(word["text"] for word in line)) for line in lines):
        return False
    left = [[word for word in line if word["x0"] < x] for line in lines]
    right = [[word for word in line if word["x0"] >= x] for line in lines]
    sides = [[line for line in side if line] for side in (left, right)]
    fewer, more = sorted(map(len, sides))
    if BALANCE * more > fewer:
        return False
    return all(map(_is_filled, sides)) or (any(map(_is_filled, sides)) and _are_apart(lines, x))


def _are_apart(lines: Sequence[list[Word]], x: float) -> bool:
    """Whether the two sides keep lines of their own, as no rows of a table do."""
    sides = [
        ([w for w in line if w["x0"] < x], [w for w in line if w["x0"] >= x]) for line in lines
    ]
    level = sum(_is_level(left, right) for left, right in sides if left and right)
    fewer = min(sum(bool(one[at]) for one in sides) for at in (0, 1))
    return fewer >= MIN_LINES and level * 3 <= fewer and all(_says(sides, at) for at in (0, 1))


def _is_level(left: Sequence[Word], right: Sequence[Word]) -> bool:
    return bool(abs(left[0]["bottom"] - right[0]["bottom"]) < LEVEL)


def _says(sides: Sequence[tuple[list[Word], list[Word]]], at: int) -> bool:
    """Whether a side holds more than names and times do."""
    said = [one[at] for one in sides if one[at]]
    return sum(map(len, said)) >= MIN_CELL * len(said) and max(map(len, said)) > MAX_CELL


def _is_filled(lines: Sequence[list[Word]]) -> bool:
    if len(lines) < MIN_LINES or sum(map(len, lines)) < MIN_WORDS * len(lines):
        return False
    start = min(line[0]["x0"] for line in lines)
    reach = [line[-1]["x1"] - start for line in lines]
    return bool(sum(reach) >= REACH * len(reach) * max(reach))
