"""Reads PDF: ruled tables by their rules, borderless ones and running text by word position."""

import logging
import re
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any, Final

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from intake.document import Block, Document, Doubt, Table, doubt, numbered
from intake.from_text import blocks_with_tables
from intake.opening import (
    EncryptedDocumentError,
    HostileDocumentError,
    Limits,
    Opened,
    TooLargeDocumentError,
)
from intake.pdf_columns import positioned_table
from intake.pdf_flow import columns_of
from intake.pdf_lines import Set, as_lines, set_lines, usual_size, with_rules, without_margins
from intake.pdf_notes import Mark, comments, foot_notes, mark_at
from intake.pdf_tables import Ruled, goes_on, joined, ruled_tables

_STREAM: Final = re.compile(rb"stream\r?\n")
_HEAD: Final = 2_000
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it tells every oddity of a damaged file

_SUPERSCRIPT: Final = 0.87
_RAISED: Final = 0.1
_CHUNK: Final = 1 << 20


@dataclass
class _Pages:
    """What the pages hold, in reading order, before it is put together."""

    lines: list[Set] = field(default_factory=list)
    tables: list[Ruled] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    count: int = 0


def read(opened: Opened, limits: Limits) -> Document:
    _check_streams(opened, limits)
    try:
        with pdfplumber.open(BytesIO(opened.content)) as pdf:
            pages = _pages(pdf, opened, limits)
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise EncryptedDocumentError(path=opened.path) from error
        raise
    lines, notes = without_margins(pages.lines, pages.count)
    blocks = tuple(_blocks(lines, pages.tables))
    return Document(blocks, (*pages.doubts, *foot_notes(notes, pages.marks, blocks)))


def _check_streams(opened: Opened, limits: Limits) -> None:
    """No stream may unpack to more than a page can need; pictures are never unpacked."""
    most = limits.part_megabytes * 1_000_000
    for found in _STREAM.finditer(opened.content):
        before = opened.content[max(0, found.start() - _HEAD) : found.start()]
        head = before[before.rfind(b"obj") :]
        if b"/Image" in head or b"Flate" not in head:
            continue
        if head.count(b"Decode") > head.count(b"DecodeParms") + 1 and head.count(b"Flate") > 1:
            raise HostileDocumentError(path=opened.path)
        if _unpacked(opened.content, found.end(), most) > most:
            raise TooLargeDocumentError(path=opened.path, limit=f"{limits.part_megabytes} MB")


def _unpacked(content: bytes, at: int, most: int) -> int:
    """How large a stream gets, counted up to just above `most`."""
    unpacking, size = zlib.decompressobj(), 0
    waiting = content[at : at + _CHUNK]
    while waiting and size <= most and not unpacking.eof:
        try:
            size += len(unpacking.decompress(waiting, _CHUNK))
        except zlib.error:
            return size
        at += _CHUNK if not unpacking.unconsumed_tail else 0
        waiting = unpacking.unconsumed_tail or content[at : at + _CHUNK]
    return size


def _pages(pdf: Any, opened: Opened, limits: Limits) -> _Pages:
    if len(pdf.pages) > limits.pages:
        raise TooLargeDocumentError(path=opened.path, limit=f"{limits.pages} pages")
    pages = _Pages(count=len(pdf.pages))
    until = time.monotonic() + limits.seconds
    for page in pdf.pages:
        if time.monotonic() > until:
            raise TooLargeDocumentError(path=opened.path, limit=f"{limits.seconds} s")
        _read_page(page, pages)
        opened.progress(page.page_number, len(pdf.pages))
        page.close()
    return pages


def _read_page(page: Any, pages: _Pages) -> None:
    if not page.chars:
        if page.images:
            pages.doubts.append(doubt("unread_page", page=page.page_number))
        return
    pages.doubts += comments(page)
    plain, marks = _without_superscripts(page)
    pages.marks += marks
    tables = ruled_tables(plain)
    words = plain.extract_words(extra_attrs=["fontname", "size"], x_tolerance_ratio=0.15)
    outside = [word for word in words if not any(_inside(word, table) for table in tables)]
    rules = _rules(page)
    for flow, words_of in enumerate(columns_of(outside, float(page.width))):
        lines = set_lines(words_of, page.page_number, float(page.height))
        pages.lines += [replace(line, flow=flow) for line in with_rules(lines, rules)]
        tables = [
            replace(one, flow=flow) if lines and lines[0].top < one.top else one for one in tables
        ]
    pages.tables += tables


def _rules(page: Any) -> list[float]:
    """Heights at which rules, or the edges of shades, cross most of what is set."""
    across: dict[int, float] = {}
    for edge in page.edges:
        if edge["orientation"] == "h":
            height = round(edge["top"])
            across[height] = across.get(height, 0.0) + edge["x1"] - edge["x0"]
    widest = max(across.values(), default=0.0)
    return [float(height) for height, width in across.items() if width > widest / 2]


def _without_superscripts(page: Any) -> tuple[Any, list[Mark]]:
    """The page without raised note numbers, which would stick to the words before them."""
    raised: set[int] = set()
    large: dict[str, Any] | None = None
    for at, char in enumerate(page.chars):
        if large and char["text"].isdigit() and _is_raised(large, char):
            raised.add(at)
        else:
            large = char
    if not raised:
        return page, []
    places = {(page.chars[at]["x0"], page.chars[at]["top"]) for at in raised}
    marks = [mark_at(page.chars, at, raised) for at in sorted(raised) if at - 1 not in raised]
    return page.filter(lambda one: (one["x0"], one["top"]) not in places), marks


def _is_raised(before: dict[str, Any], char: dict[str, Any]) -> bool:
    """Small, close behind larger type, and above its foot; up to three digits."""
    close = -1 < char["x0"] - before["x1"] < 3 * char["size"]
    small = char["size"] < _SUPERSCRIPT * before["size"]
    foot = before["bottom"] - _RAISED * before["size"]
    return bool(close and small and before["top"] <= char["bottom"] < foot)


def _inside(word: dict[str, Any], table: Ruled) -> bool:
    left, top, right, bottom = table.box
    across = left - 1 <= (word["x0"] + word["x1"]) / 2 <= right + 1
    return bool(across and top - 1 <= (word["top"] + word["bottom"]) / 2 <= bottom + 1)


def _blocks(lines: Sequence[Set], tables: Sequence[Ruled]) -> Iterator[Block]:
    """Text and tables in reading order, tables numbered as they come."""
    usual = usual_size(lines)
    number = 0
    for run, parts in _runs(
        sorted([*lines, *tables], key=lambda one: (one.page, one.flow, one.top))
    ):
        for block in [joined(parts)] if parts else _set_blocks(run, usual):
            number += isinstance(block, Table)
            yield numbered(block, number) if isinstance(block, Table) else block


def _set_blocks(run: Sequence[Set], usual: float) -> Iterator[Block]:
    """Text, and the tables in it that have no rules."""
    start = at = 0
    while at < len(run):
        found = positioned_table(run, at)
        if found is None:
            at += 1
            continue
        yield from blocks_with_tables(as_lines(run[start:at], usual))
        start, table, notes = found
        at = start
        yield table
        yield from notes
    yield from blocks_with_tables(as_lines(run[start:], usual))


def _runs(ordered: Sequence[Set | Ruled]) -> list[tuple[list[Set], list[Ruled]]]:
    """Lines that follow one another, and tables with what goes on of them over pages."""
    runs: list[tuple[list[Set], list[Ruled]]] = []
    for one in ordered:
        lines, parts = runs[-1] if runs else ([], [])
        if isinstance(one, Set):
            if not lines:
                runs.append(([], []))
            runs[-1][0].append(one)
        elif parts and goes_on(parts[-1], one):
            parts.append(one)
        else:
            runs.append(([], [one]))
    return runs
