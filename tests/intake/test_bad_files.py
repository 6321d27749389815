"""What cannot be read is refused in one plain sentence, at once and within bounds."""

import random
import time
import tracemalloc
import zipfile
import zlib
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from intake import opening, yaml_form
from intake.opening import Limits
from intake.read import read_plan
from language.catalog import explain
from language.problems import Problem
from models.values import Plan

SEED = 20260201
MUTATIONS = 200
FORMATS = [".txt", ".docx", ".odt", ".xlsx", ".pdf", ".md", ".html", ".csv", ".eml", ".yaml"]
XML = '<?xml version="1.0"?>'
MULTIPLYING = f'{XML}<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>'


def refused(path: Path, limits: Limits = Limits()) -> Problem:  # noqa: B008 - frozen
    with pytest.raises(Problem) as caught:
        read_plan(path, reference=None, limits=limits)
    for language in ("sv", "en"):
        assert str(path) in explain(caught.value, language)
    assert caught.value.exit_code == 2
    return caught.value


def package(path: Path, parts: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        pytest.param("tom.docx", b"", opening.EmptyDocumentError, id="empty file"),
        pytest.param(
            "tom.txt", b" \n\n ", opening.EmptyDocumentError, id="nothing but white space"
        ),
        pytest.param(
            "plan.docx", b"%PDF-1.4\n%%EOF", opening.WrongExtensionError, id="PDF renamed docx"
        ),
        pytest.param("plan.pdf", b"hej", opening.BrokenDocumentError, id="text renamed pdf"),
        pytest.param(
            "plan.pdf", b"%PDF-1.7\nxyz", opening.BrokenDocumentError, id="PDF cut short"
        ),
        pytest.param(
            "plan.docx", b"PK\x03\x04abc", opening.BrokenDocumentError, id="package cut short"
        ),
        pytest.param("plan.png", b"\x89PNG\r\n", opening.UnknownFormatError, id="a picture"),
        pytest.param(
            "plan.doc", opening._OLD_OFFICE + b"..", opening.OldFormatError, id="old Word"
        ),
        pytest.param("plan.rtf", b"{\\rtf1 hej}", opening.OldFormatError, id="rich text"),
        pytest.param(
            "plan.txt", b"abc\0\0\0def", opening.BrokenDocumentError, id="binary named text"
        ),
        pytest.param(
            "plan.yaml",
            b"- just\n- a list",
            yaml_form.YamlShapeError,
            id="YAML of another form",
        ),
        pytest.param("plan.yaml", b"a: [1, 2", yaml_form.YamlSyntaxError, id="YAML left open"),
        pytest.param(
            "plan.docx",
            opening._OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"),
            opening.EncryptedDocumentError,
            id="Word with a password",
        ),
        pytest.param(
            "plan.yaml",
            b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
            yaml_form.YamlAliasError,
            id="YAML that multiplies itself",
        ),
    ],
)
def test_bad_file_is_refused(tmp_path, name, content, problem) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert type(refused(path)) is problem


@pytest.mark.parametrize(
    "name", ["finns-inte.docx", "a\0b.txt", "../../etc/finns-inte", "x" * 400]
)
def test_missing_file_is_said(tmp_path, name) -> None:
    assert isinstance(refused(tmp_path / name), opening.MissingDocumentError)


def test_directory_is_said(tmp_path) -> None:
    assert isinstance(refused(tmp_path), opening.DirectoryDocumentError)


def test_wrong_extension_says_what_the_file_is(directive, tmp_path) -> None:
    path = tmp_path / "plan.docx"
    directive(".pdf").rename(path)
    problem = refused(path)
    assert (problem.values["said"], problem.values["really"]) == (".docx", "pdf")


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        pytest.param(
            {"word/document.xml": "x" * 30_000_000},
            opening.TooLargeDocumentError,
            id="zip bomb in one part",
        ),
        pytest.param(
            {"word/document.xml": "x", **{f"word/{n}.bin": b"0" * 9_000_000 for n in range(20)}},
            opening.TooLargeDocumentError,
            id="zip bomb in many parts",
        ),
        pytest.param(
            {"word/document.xml": MULTIPLYING},
            opening.HostileDocumentError,
            id="entities that multiply",
        ),
        pytest.param(
            {
                "word/document.xml": f'{XML}<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
            },
            opening.HostileDocumentError,
            id="entity from outside",
        ),
        pytest.param(
            {"word/document.xml": "<x/>", "word/vbaProject.bin": b"x"},
            opening.MacroDocumentError,
            id="macros",
        ),
        pytest.param(
            {"word/document.xml": "<x>"}, opening.BrokenDocumentError, id="XML left open"
        ),
        pytest.param(
            {"word/document.xml": "<x>" * 100_000}, opening.BrokenDocumentError, id="endless depth"
        ),
        pytest.param(
            {"content.xml": "<x/>"}, opening.UnknownFormatError, id="another office program's file"
        ),
    ],
)
def test_hostile_package_is_refused(tmp_path, parts, problem) -> None:
    assert type(refused(package(tmp_path / "plan.docx", parts))) is problem


def test_pdf_stream_that_unpacks_without_end_is_refused(tmp_path) -> None:
    bomb = zlib.compress(b"0" * 40_000_000)
    path = tmp_path / "plan.pdf"
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + bomb + b"\nendstream"
    )
    assert isinstance(refused(path), opening.TooLargeDocumentError)


def test_pdf_of_too_many_pages_is_refused(directive) -> None:
    problem = refused(directive(".pdf", foot=100), Limits(pages=2))
    assert problem.values["limit"] == "2 pages"


def test_file_that_is_too_large_is_not_opened(written) -> None:
    assert isinstance(
        refused(written("plan.txt", "x" * 2_000_000), Limits(megabytes=1)),
        opening.TooLargeDocumentError,
    )


def test_sheet_that_claims_every_cell_costs_nothing(tmp_path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Aktivitet", "x"
    path = tmp_path / "plan.xlsx"
    book.save(path)
    tracemalloc.start()
    began = time.monotonic()
    outcome = read_or_refuse(path)
    assert outcome is not None
    assert time.monotonic() - began < 20
    assert tracemalloc.get_traced_memory()[1] < 300_000_000
    tracemalloc.stop()


def test_sheet_with_too_many_cells_is_refused(tmp_path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for _ in range(300):
        sheet.append(["x"] * 300)
    path = tmp_path / "plan.xlsx"
    book.save(path)
    assert isinstance(refused(path, Limits(cells=50_000)), opening.TooLargeDocumentError)


def test_csv_with_too_many_cells_is_refused_and_one_with_as_many_as_may_be_is_read(
    tmp_path,
) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Aktivitet;Ansvarig;Klart\nBygg en ramp;Alva Ek;1 maj 2026\n")
    assert isinstance(refused(path, Limits(cells=5)), opening.ManyCellsDocumentError)
    assert read_plan(path, reference=None, limits=Limits(cells=6)).activities


@pytest.mark.parametrize(
    ("extension", "text", "problem"),
    [
        pytest.param(
            ".txt", "a" * 60_000, opening.LongLineDocumentError, id="a huge line of text"
        ),
        pytest.param(".csv", "a;" * 40_000, opening.LongLineDocumentError, id="a huge row"),
        pytest.param(".md", "- a\n" * 31_000, opening.ManyLinesDocumentError, id="endless lines"),
    ],
)
def test_lines_that_nobody_writes_are_refused(tmp_path, extension, text, problem) -> None:
    path = tmp_path / f"plan{extension}"
    path.write_text(text, encoding="utf-8")
    assert isinstance(refused(path), problem)


def test_tags_laid_in_one_another_without_end_are_refused_at_once(tmp_path) -> None:
    path = tmp_path / "plan.html"
    path.write_text("<html>" + "<ul><li>" * 20_000, encoding="utf-8")
    began = time.process_time()
    assert isinstance(refused(path), opening.BrokenDocumentError)
    assert time.process_time() - began < 5


def test_the_longest_line_that_is_read_costs_little(tmp_path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"Plan\n{'a' * 49_000}-\n{'b' * 40_000}\n", encoding="utf-8")
    began = time.process_time()
    assert not read_plan(path, reference=None).activities
    assert time.process_time() - began < 10


def read_or_refuse(path: Path) -> Plan | Problem:
    try:
        return read_plan(path, reference=date(2026, 2, 1))
    except Problem as problem:
        return problem


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Bytes changed, cut out, doubled, or the end lost."""
    kind, at = chance.randrange(4), chance.randrange(len(content))
    length = chance.randrange(1, 64)
    if kind == 0:
        return content[:at] + chance.randbytes(length) + content[at + length :]
    if kind == 1:
        return content[:at] + content[at + length :]
    if kind == 2:
        return content[:at] + content[at : at + length] * 3 + content[at:]
    return content[:at]


@pytest.mark.parametrize("extension", FORMATS)
def test_mutated_files_end_in_a_plan_or_a_problem(directive, written, tmp_path, extension) -> None:
    whole = original(directive, written, extension)
    chance = random.Random(SEED)  # noqa: S311 - a repeatable order
    path = tmp_path / f"mutated{extension}"
    for _ in range(MUTATIONS):
        path.write_bytes(mutated(whole, chance))
        assert isinstance(read_or_refuse(path), Plan | Problem)


@pytest.mark.soak
@pytest.mark.parametrize("extension", FORMATS)
def test_ten_thousand_mutations_of_each_format(directive, written, tmp_path, extension) -> None:
    whole = original(directive, written, extension)
    chance = random.Random()  # noqa: S311 - other mutations each night
    path = tmp_path / f"mutated{extension}"
    for _ in range(10_000):
        path.write_bytes(mutated(whole, chance))
        assert isinstance(read_or_refuse(path), Plan | Problem)


@pytest.mark.parametrize("extension", [".docx", ".odt", ".xlsx"])
def test_mutated_parts_end_in_a_plan_or_a_problem(directive, tmp_path, extension) -> None:
    """The packed parts changed, so that the package itself stays whole."""
    with zipfile.ZipFile(directive(extension)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    chance = random.Random(SEED)  # noqa: S311 - a repeatable order
    for _ in range(MUTATIONS // 4):
        name = chance.choice(sorted(parts))
        changed = {**parts, name: mutated(parts[name], chance)}
        assert isinstance(
            read_or_refuse(package(tmp_path / f"m{extension}", changed)), Plan | Problem
        )


def original(directive, written, extension: str) -> bytes:
    texts = {
        ".md": "# Plan\n\n| Aktivitet | Tidplan |\n|---|---|\n| Kartlägg | 1 maj 2026 |\n",
        ".html": "<h1>Plan</h1><table><tr><th>Aktivitet<th>Tidplan<tr><td>Kartlägg<td>maj</table>",
        ".csv": "Aktivitet;Ansvarig;Tidplan\nKartlägg;Alva;1 maj 2026\n",
        ".yaml": "title: Plan\nactivities:\n  - {description: Kartlägg, deadline: 2026-05-01}\n",
    }
    path = (
        written(f"whole{extension}", texts[extension])
        if extension in texts
        else directive(extension)
    )
    return path.read_bytes()
