"""Reads Markdown as its standard says; tables with cells broken over lines are mended first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from intake.document import Block, Document, Heading, Item, Paragraph, Place, Row, Table
from intake.from_html import blocks_of_html
from intake.lines import boxed, typed_block
from intake.markdown_notes import DEFINITION, MARK, note_doubts
from intake.opening import Limits, Opened, decoded
from intake.wording import fold, key

_FRONT = re.compile(r"\A---\s*\n(?P<head>.*?)\n---\s*\n", re.DOTALL)
_ATTRIBUTES = re.compile(r"^\s*\{:[^}]*\}\s*$", re.MULTILINE)
_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$")
_LINK = re.compile(r"\]\((?:https?|mailto):[^()\n]*\)")  # blanks make it none by the standard
_BOX = re.compile(r"^\[[ xX]\]\s+")
_TITLE = re.compile(r"^title\s*:\s*(?P<title>\S.*)$", re.IGNORECASE | re.MULTILINE)
BELOW_HEADINGS = 7
MAX_ROW = 5_000


def read(opened: Opened, _limits: Limits) -> Document:
    text = decoded(opened.content).replace("\r\n", "\n")
    front = _FRONT.match(text)
    skipped = front.group().count("\n") if front else 0
    text = text[front.end() :] if front else text
    notes = tuple(note_doubts(text))
    text = _LINK.sub(lambda found: found.group().replace(" ", "%20"), _without_notes(text))
    lines, numbers = _mended(text.split("\n"))
    tokens = MarkdownIt("commonmark").enable("table").parse("\n".join(lines))
    blocks = list(_Reading([one + skipped for one in numbers]).blocks(tokens))
    return Document(tuple(_titled(blocks, front["head"] if front else "")), notes)


def _titled(blocks: list[Block], head: str) -> list[Block]:
    """With the whole title of the page where the first heading is only its beginning."""
    stated = _TITLE.search(head)
    title = stated["title"].strip().strip("\"'") if stated else ""
    first = blocks[0] if blocks else None
    if title and isinstance(first, Heading) and key(title).startswith(key(first.text)):
        blocks[0] = replace(first, text=title)
    elif title and not any(isinstance(one, Heading) and one.level == 1 for one in blocks):
        blocks.insert(0, Heading(title, 1, Place(line=1)))
    return blocks


def _without_notes(text: str) -> str:
    """Footnotes and attribute lists, their lines left empty so that numbers hold."""
    for form in (DEFINITION, _ATTRIBUTES):
        text = form.sub(lambda found: "\n" * found.group().count("\n"), text)
    return MARK.sub("", text)


def _mended(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """Rows of tables made whole, and the number of each line in the file."""
    kept: list[str] = []
    numbers: list[int] = []
    width = 0
    for number, line in enumerate(lines, start=1):
        if _RULE.match(line):
            width = line.strip().strip("|").count("|") + 1
        elif width and kept and _is_open(kept[-1], width):
            kept[-1] += f" {line.strip()}"
            continue
        elif not line.strip():
            width = 0
        kept.append(line)
        numbers.append(number)
    return kept, numbers


def _is_open(row: str, width: int) -> bool:
    """A row that began with a pipe and has not come to its last one."""
    text = row.strip()
    return (
        text.startswith("|")
        and not _RULE.match(row)
        and text.count("|") <= width
        and len(text) < MAX_ROW
    )


class _Reading:
    """One walk through the tokens; counts tables and the depth of lists as it goes."""

    def __init__(self, numbers: list[int]) -> None:
        self.numbers = numbers
        self.tables = 0
        self.markers: list[str] = []
        self.pending: str | None = None
        self.quoted = 0

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        at = 0
        while at < len(tokens):
            if tokens[at].type == "table_open":
                end = next(n for n in range(at, len(tokens)) if tokens[n].type == "table_close")
                yield self._table(tokens[at : end + 1])
                at = end
            else:
                yield from self._block(tokens, at)
            at += 1

    def _block(self, tokens: Sequence[Token], at: int) -> Iterator[Block]:
        token = tokens[at]
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self.markers.append("")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.markers.pop()
        elif token.type in ("blockquote_open", "blockquote_close"):
            self.quoted += 1 if token.type == "blockquote_open" else -1
        elif token.type == "list_item_open":
            self.pending = f"{token.info}." if token.info else ""
        elif token.type == "inline":
            yield from self._inline(token, tokens[at - 1])
        elif token.type == "html_block":
            yield from blocks_of_html(token.content)
        elif token.type in ("fence", "code_block"):
            yield Paragraph(
                fold(token.content), self._place(token), tuple(token.content.split("\n"))
            )

    def _inline(self, token: Token, opening: Token) -> Iterator[Block]:
        text, place = plain(token), self._place(token)
        if not text.strip():
            return
        if opening.type == "heading_open":
            yield Heading(fold(text), int(opening.tag[1]), place)
        elif self.quoted and self.markers:  # what a form asks for, and no point of its writer's
            self.pending = None
            yield Paragraph(fold(text), place, tuple(text.split("\n")))
        elif self.pending is not None:
            yield self._item(text, place)
        elif not self.markers:
            yield from _paragraph(token, text, place)
        else:  # a further paragraph of the point
            yield Item(fold(text), place, len(self.markers), lines=tuple(text.split("\n")))

    def _item(self, text: str, place: Place) -> Item:
        marker, self.pending = self.pending or "", None
        box = _BOX.match(text)
        text = text[box.end() :] if box else text
        depth = len(self.markers) - 1
        return boxed(Item(fold(text), place, depth, marker, lines=tuple(text.split("\n"))), box)

    def _place(self, token: Token) -> Place:
        return Place(line=self.numbers[token.map[0]]) if token.map else Place()

    def _table(self, tokens: Sequence[Token]) -> Table:
        self.tables += 1
        rows: list[Row] = []
        for at, token in enumerate(tokens):
            if token.type == "tr_open":
                line = self._place(token).line
                rows.append(Row((), Place(table=self.tables, row=len(rows) + 1, line=line)))
            elif token.type == "inline" and rows and tokens[at - 1].type in ("th_open", "td_open"):
                rows[-1] = Row((*rows[-1].cells, plain(token)), rows[-1].place)
        return Table(tuple(rows), Place(table=self.tables, line=self._place(tokens[0]).line))


def _paragraph(token: Token, text: str, place: Place) -> Iterator[Block]:
    """A first line that is bold throughout is a heading that its writer made by hand."""
    first, _, rest = text.partition("\n")
    if _opens_bold(token) and len(first.split()) <= 10 and not first.endswith("."):  # noqa: PLR2004
        yield Heading(fold(first), BELOW_HEADINGS, place)
        text = rest
    if text.strip():
        yield typed_block(text, place)


def _opens_bold(token: Token) -> bool:
    children = [child for child in token.children or [] if child.content or child.type != "text"]
    if len(children) < 3 or children[0].type not in ("strong_open", "em_open"):  # noqa: PLR2004
        return False
    closing = children[0].type.replace("open", "close")
    end = next((at for at, child in enumerate(children) if child.type == closing), len(children))
    return end + 1 >= len(children) or children[end + 1].type in ("softbreak", "hardbreak")


def plain(token: Token) -> str:
    """The words of an inline token, without marks; a link is its text."""
    pieces = []
    for child in token.children or []:
        if child.type in ("text", "code_inline", "text_special"):
            pieces.append(child.content)
        elif child.type in ("softbreak", "hardbreak") or (
            child.type == "html_inline" and child.content.startswith("<br")
        ):
            pieces.append("\n")
    return "".join(pieces)
