"""Whatever is wrong: one plain sentence, the right exit code, nothing stored."""

from pathlib import Path

import pytest

PEOPLE = "name,email,organisation,language,roles\n"


def one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and text.strip().endswith(".") and "Traceback" not in text


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(None, "missing.docx", id="a file that is not there"),
        pytest.param(b"", "empty.docx", id="an empty file"),
        pytest.param(b"%PDF-1.7\n%abc", "really-a-pdf.docx", id="a PDF renamed to docx"),
        pytest.param(b"PK\x03\x04 broken", "broken.docx", id="a broken docx"),
        pytest.param(b"\x00\x01\x02" * 50, "noise.txt", id="noise"),
        pytest.param(b"MZ\x90\x00", "program.exe", id="a program"),
    ],
)
@pytest.mark.parametrize("command", ["read", "import", "diff"])
def test_a_document_that_cannot_be_read(
    tidplan, home: Path, tmp_path: Path, content: bytes | None, name: str, command: str
) -> None:
    document = tmp_path / name
    if content is not None:
        document.write_bytes(content)
    said = tidplan("plan", command, document)
    assert said.code == 2
    assert one_sentence(said.err)
    assert name in said.err
    assert not (home / "tidplan.db").exists()


def test_a_folder_is_no_document(tidplan, tmp_path: Path) -> None:
    said = tidplan("plan", "read", tmp_path)
    assert said.code == 2
    assert one_sentence(said.err)


@pytest.mark.parametrize("approved", [[], ["--yes"]])
def test_a_document_without_activities(tidplan, home: Path, tmp_path: Path, approved) -> None:
    letter = tmp_path / "brev.txt"
    letter.write_text("Hej!\n\nTack för senast.\n")
    said = tidplan("plan", "import", letter, *approved)
    assert said.code == 2
    assert said.out == ""
    assert one_sentence(said.err)
    assert "Inga aktiviteter hittades i" in said.err
    assert not (home / "tidplan.db").exists()


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("show",), "Det finns ingen plan än: "),
        (("approve",), "Det finns inget utkast att godkänna: "),
        (("export", "--output", "plan.xlsx"), "Det finns ingen godkänd plan än: "),
    ],
)
def test_a_plan_before_there_is_any(tidplan, command: tuple[str, ...], told: str) -> None:
    said = tidplan("plan", *command)
    assert said.code == 2
    assert said.err.startswith(told)
    assert "–" not in said.err


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty file"),
        pytest.param("namn;adress\nA;b@example.se\n", id="no such columns"),
        pytest.param(PEOPLE + "Anna Ek,inte-en-adress,,sv,\n", id="no address"),
        pytest.param(PEOPLE + ",a@example.se,,sv,\n", id="no name"),
        pytest.param(PEOPLE + "Anna Ek,a@example.se,,de,\n", id="a language we do not speak"),
        pytest.param(PEOPLE + "Anna Ek,a@example.se,,sv,king\n", id="no such role"),
        pytest.param(PEOPLE + "Anna Ek,a@example.se,,sv,member:\n", id="a role without its group"),
        pytest.param(
            PEOPLE + "Anna Ek,a@example.se,,sv,\nBo Asp,a@example.se,,sv,\n",
            id="one address twice",
        ),
        pytest.param(PEOPLE + 'Anna "Ek,a@example.se,,sv,"\n"x', id="quotes that never end"),
        pytest.param("\x00\x00", id="noise"),
    ],
)
def test_a_directory_that_cannot_be_used(tidplan, home: Path, tmp_path: Path, text: str) -> None:
    people = tmp_path / "people.csv"
    people.write_text(text)
    said = tidplan("people", "import", people)
    assert said.code == 2
    assert one_sentence(said.err)
    assert "people.csv" in said.err
    assert not (home / "tidplan.db").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(
            PEOPLE.encode() + b'Bo Asp,"x\n', "rad 2 går inte att dela i celler", id="quotes"
        ),
        pytest.param(
            b"name,phone\nBo Asp,1\n", "ingen kolumn har rubriken E-post", id="no column"
        ),
        pytest.param(b"\x00", "den innehåller annat än text", id="no text"),
        pytest.param(b" " * 20_000_001, "den är större än 20 MB", id="too large"),
    ],
)
def test_why_a_directory_cannot_be_read_is_told_in_words(
    tidplan, tmp_path: Path, content: bytes, said: str
) -> None:
    people = tmp_path / "people.csv"
    people.write_bytes(content)
    assert f"({said}" in tidplan("people", "import", people).err


def test_a_directory_as_a_swedish_excel_saves_it(tidplan, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    row = 'Åsa Öst;asa@example.se;Region Ån;sv;"committee"'
    people.write_bytes(f"name;email;organisation;language;roles\r\n{row}\r\n".encode("cp1252"))
    assert tidplan("people", "import", people).code == 0
    assert "Åsa Öst" in tidplan("people", "list").out


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        pytest.param(
            {"databas_url": "x"}, "TIDPLAN_DATABASE_URL", id="a setting that is misspelt"
        ),
        pytest.param(
            {"time_zone": "Europe/Sjöstad"}, "TIDPLAN_TIME_ZONE", id="a zone that is nowhere"
        ),
        pytest.param(
            {"database_url": "mysql://x/y"},
            "TIDPLAN_DATABASE_URL",
            id="a database that we do not know",
        ),
        pytest.param(
            {"database_url": "not an address"}, "TIDPLAN_DATABASE_URL", id="no address at all"
        ),
        pytest.param(
            {"database_url": "postgresql://x@127.0.0.1:1/y"},
            "TIDPLAN_DATABASE_URL",
            id="nobody listens",
        ),
        pytest.param(
            {"database_url": "sqlite:////proc/nowhere/x.db"},
            "/proc/nowhere",
            id="a folder that cannot be made",
        ),
        pytest.param(
            {"council_file": "/nowhere/council.yaml"},
            "/nowhere/council.yaml",
            id="a council's file that is missing",
        ),
    ],
)
def test_a_setting_that_cannot_be_used(tidplan, settings: dict[str, str], named: str) -> None:
    said = (
        tidplan("plan", "list", **settings)
        if "council_file" not in settings
        else tidplan("policy", "show", **settings)
    )
    assert said.code == 2
    assert one_sentence(said.err)
    assert named in said.err


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("sv", "rad 2: policy.check_in ska vara minst 7, inte ”2”."),
        ("en", 'line 2: policy.check_in should be at least 7, not "2".'),
    ],
)
def test_a_councils_file_that_cannot_be_used(
    tidplan, tmp_path: Path, language: str, why: str
) -> None:
    council = tmp_path / "council.yaml"
    council.write_text("policy:\n  check_in: 2\n", encoding="utf-8")
    said = tidplan("policy", "show", language=language, council_file=str(council))
    assert said.code == 2
    assert one_sentence(said.err)
    assert why in said.err


@pytest.mark.parametrize("url", ["smtp://x", "mailto://", "eml:", "mailtos://user:hemligt@"])
def test_a_mail_address_that_cannot_be_used(tidplan, url: str) -> None:
    said = tidplan("run", mail_url=url)
    assert said.code == 2
    assert one_sentence(said.err)
    assert "TIDPLAN_MAIL_URL" in said.err
    assert "hemligt" not in said.err


def test_a_password_is_never_shown(tidplan) -> None:
    said = tidplan("plan", "list", database_url="postgresql://me:hemligt@127.0.0.1:1/x")
    assert "hemligt" not in said.err + said.out


def test_a_database_that_is_a_text_file(tidplan, home: Path) -> None:
    home.mkdir()
    (home / "tidplan.db").write_text("Detta är ingen databas, bara text.\n" * 100)
    said = tidplan("status")
    assert said.code == 2
    assert one_sentence(said.err)


@pytest.mark.parametrize(
    "arguments",
    [
        ("no-such-command",),
        ("plan", "read"),
        ("plan", "read", "x.docx", "--referens", "2022-02-01"),
        ("run", "--today", "i morgon"),
        ("report", "1", "--status", "kanske"),
        ("report", "1", "--status", "done"),
        ("report", "1", "--status", "done", "--new-deadline", "blablabla"),
        ("decide", "7", "--decision", "drop"),
        ("decide", "x", "--decision", "drop"),
        ("plan", "approve"),
        ("plan", "show", "9"),
    ],
    ids=" ".join,
)
def test_a_command_that_makes_no_sense(tidplan, arguments: tuple[str, ...]) -> None:
    said = tidplan(*arguments)
    assert said.code == 2
    assert one_sentence(said.err)


def test_nothing_to_do_is_no_error(tidplan) -> None:
    said = tidplan("run", "--today", "2022-11-28")
    assert said.code == 0
    assert tidplan("status").code == 0


def test_an_empty_answer_names_the_database_it_looked_in(tidplan, home: Path) -> None:
    for command in (("plan", "list"), ("people", "list"), ("status",)):
        assert str(home / "tidplan.db") in tidplan(*command).out
