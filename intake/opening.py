"""Opens a file: is it there, what is it really, and is it small enough to read."""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from language.problems import Problem

Kind = Literal[
    "docx", "pdf", "xlsx", "odt", "ods", "csv", "markdown", "html", "text", "email", "yaml"
]

KINDS: Final[dict[str, Kind]] = {
    ".docx": "docx",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
    ".odt": "odt",
    ".ods": "ods",
    ".eml": "email",
    ".csv": "csv",
    ".tsv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".text": "text",
    ".yaml": "yaml",
    ".yml": "yaml",
}
_PACKED: Final[dict[str, Kind]] = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_OPEN_DOCUMENT: Final[dict[bytes, Kind]] = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_BINARY: Final = frozenset({"pdf", "docx", "xlsx", "odt", "ods"})
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DTD: Final = tuple(
    word.encode(code)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_WITHIN_WORDS: Final = re.compile(r"(?<=[A-Za-z])[åäöæøü](?=[a-z])")
_FEWEST_LETTERS: Final = 3
_CHUNK: Final = 1 << 20
_HEAD: Final = 100


class UnreadableDocumentError(Problem):
    """A document that cannot be read; the classes below say why."""


class MissingDocumentError(UnreadableDocumentError): ...


class DirectoryDocumentError(UnreadableDocumentError): ...


class EmptyDocumentError(UnreadableDocumentError): ...


class UnknownFormatError(UnreadableDocumentError): ...


class WrongExtensionError(UnreadableDocumentError): ...


class OldFormatError(UnreadableDocumentError): ...


class EncryptedDocumentError(UnreadableDocumentError): ...


class TooLargeDocumentError(UnreadableDocumentError): ...


class ManyCellsDocumentError(TooLargeDocumentError): ...


class ManyLinesDocumentError(TooLargeDocumentError): ...


class LongLineDocumentError(TooLargeDocumentError): ...


class MacroDocumentError(UnreadableDocumentError): ...


class HostileDocumentError(UnreadableDocumentError): ...


class BrokenDocumentError(UnreadableDocumentError): ...


class PrintedPlanError(UnreadableDocumentError): ...


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may cost at most; megabytes count 1,000,000 bytes."""

    megabytes: int = 50
    unpacked_megabytes: int = 150
    part_megabytes: int = 25
    text_megabytes: int = 5
    pages: int = 1_000
    cells: int = 300_000
    lines: int = 30_000
    line_letters: int = 50_000
    seconds: int = 120


Progress = Callable[[int, int], None]


def unseen(_done: int, _of: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's name, its content, and what that content is; progress is told (pages done, of)."""

    path: Path
    content: bytes
    kind: Kind
    progress: Progress = unseen


class CellBudget:
    """How many more cells of a sheet may be read, those counted that only repeat another."""

    def __init__(self, limits: Limits, opened: Opened) -> None:
        self.left = self.limit = limits.cells
        self.path = opened.path

    def take(self, number: int) -> None:
        self.left -= number
        if self.left < 0:
            raise ManyCellsDocumentError(path=self.path, limit=self.limit)


def open_document(path: Path, limits: Limits, progress: Progress = unseen) -> Opened:
    content = _content(path, limits)
    said = KINDS.get(path.suffix.casefold())
    really = _kind_inside(path, content, limits)
    if said is None and really is None:
        raise UnknownFormatError(path=path, extension=path.suffix or "–")
    if really and said and said != really:
        raise WrongExtensionError(path=path, said=path.suffix, really=really)
    if said in _BINARY and really is None:
        raise BrokenDocumentError(path=path)
    kind = really or said
    assert kind is not None  # noqa: S101 - one of them is given
    if kind not in _BINARY and len(content) > limits.text_megabytes * 1_000_000:
        raise TooLargeDocumentError(path=path, limit=f"{limits.text_megabytes} MB")
    if kind in ("text", "markdown", "csv", "yaml"):
        _check_lines(path, content, limits)
    return Opened(path, content, kind, progress)


def _check_lines(path: Path, content: bytes, limits: Limits) -> None:
    """No more and no longer lines than people write."""
    if content.count(b"\n") > limits.lines:
        raise ManyLinesDocumentError(path=path, limit=limits.lines)
    if max(map(len, content.split(b"\n"))) > limits.line_letters:
        raise LongLineDocumentError(path=path, limit=limits.line_letters)


def _content(path: Path, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise DirectoryDocumentError(path=path)
        if not path.is_file():
            raise MissingDocumentError(path=path)
        if path.stat().st_size > limits.megabytes * 1_000_000:
            raise TooLargeDocumentError(path=path, limit=f"{limits.megabytes} MB")
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise MissingDocumentError(path=path) from error
    if not content.strip():
        raise EmptyDocumentError(path=path)
    return content


def _kind_inside(path: Path, content: bytes, limits: Limits) -> Kind | None:
    """What the first bytes tell; None for text, which only its extension can name."""
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_OLD_OFFICE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise (EncryptedDocumentError if locked else OldFormatError)(path=path)
    if content.startswith(b"{\\rtf"):
        raise OldFormatError(path=path)
    if content.startswith(b"PK\x03\x04"):
        return _packed_kind(path, limits)
    if b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BrokenDocumentError(path=path)
    return (
        "html"
        if re.match(rb"\s*(?:<!doctype html|<html)\b", content[:512], re.IGNORECASE)
        else None
    )


def _packed_kind(path: Path, limits: Limits) -> Kind:
    """An Office package, checked part by part before any library sees it."""
    try:
        with zipfile.ZipFile(path) as package:
            return _checked_package(path, package, limits)
    except Problem:
        raise
    except Exception as error:  # a damaged package can fail in any way
        raise BrokenDocumentError(path=path) from error


def _checked_package(path: Path, package: zipfile.ZipFile, limits: Limits) -> Kind:
    names = package.namelist()
    kinds = [kind for part, kind in _PACKED.items() if part in names] or _open_document(package)
    if not kinds:
        raise UnknownFormatError(path=path, extension=path.suffix or "–")
    if any(map(_is_macro, names)):
        raise MacroDocumentError(path=path)
    _check_parts(path, package, limits)
    if kinds[0] in _OPEN_DOCUMENT.values() and _is_locked(package):
        raise EncryptedDocumentError(path=path)
    return kinds[0]


def _open_document(package: zipfile.ZipFile) -> list[Kind]:
    names = package.namelist()
    if not {"mimetype", "content.xml"} <= set(names):
        return []
    with package.open("mimetype") as stream:
        kind = _OPEN_DOCUMENT.get(stream.read(_HEAD).strip())
    return [kind] if kind else []


def _is_macro(name: str) -> bool:
    low = name.casefold()
    return "vbaproject" in low or (
        low.startswith(("basic/", "scripts/")) and not low.endswith("/")
    )


def _is_locked(package: zipfile.ZipFile) -> bool:
    name = "META-INF/manifest.xml"
    return name in package.namelist() and b"encryption-data" in package.read(name)


def _check_parts(path: Path, package: zipfile.ZipFile, limits: Limits) -> None:
    parts = package.infolist()
    if sum(part.file_size for part in parts) > limits.unpacked_megabytes * 1_000_000:
        raise TooLargeDocumentError(path=path, limit=f"{limits.unpacked_megabytes} MB")
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        if part.flag_bits & 1:
            raise EncryptedDocumentError(path=path)
        if part.file_size > limits.part_megabytes * 1_000_000:
            raise TooLargeDocumentError(path=path, limit=f"{limits.part_megabytes} MB")
        cells = 0
        for chunk in _chunks(package, part):
            if any(word in chunk for word in _DTD):
                raise HostileDocumentError(path=path)
            cells += chunk.count(b"<c ") + chunk.count(b"<c>")
            if cells > limits.cells and part.filename.startswith("xl/worksheets/"):
                raise ManyCellsDocumentError(path=path, limit=limits.cells)


def _chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Overlapping pieces, so that no word is cut in two."""
    tail = b""
    with package.open(part) as stream:
        while piece := stream.read(_CHUNK):
            yield tail + piece
            tail = piece[-20:]


def decoded(content: bytes) -> str:
    """Text in the encodings that people's programs write."""
    for mark, code in (
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"\xef\xbb\xbf", "utf-8-sig"),
    ):
        if content.startswith(mark):
            return content.decode(code, errors="replace")
    try:
        return content.decode()
    except UnicodeDecodeError:
        return _in_old_letters(content)


def _in_old_letters(content: bytes) -> str:
    """Windows' letters, or those of old Macs where only these give Nordic letters within words."""
    windows, mac = (content.decode(code, errors="replace") for code in ("cp1252", "mac_roman"))
    told = len(_WITHIN_WORDS.findall(mac)) >= _FEWEST_LETTERS
    return mac if told and not _WITHIN_WORDS.search(windows) else windows
