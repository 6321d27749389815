"""The scan after the suite sees what it should; a scan of nothing is no good news."""

from pathlib import Path

import pytest
from planted import EVERYWHERE, PASSWORD
from scan import found, main, missing

PARTS = ("log-1.txt", "pytest.txt", "home-1/prefect/prefect.db", "home-1/tidplan.db")


@pytest.fixture
def traces(tmp_path: Path) -> Path:
    for name in PARTS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("nothing to see")
    (tmp_path / "secrets.txt").write_text("token-that-left\n")
    return tmp_path


def test_clean_traces_pass(traces: Path) -> None:
    assert main(traces) == 0


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("secret", [*EVERYWHERE, "token-that-left"])
def test_a_secret_is_found_wherever_it_is(traces: Path, part: str, secret: str) -> None:
    (traces / part).write_bytes(b"\x00\xff" + secret.encode() + b"\x00")
    assert [file for file, _ in found(traces)] == [traces / part]
    assert main(traces) == 1


@pytest.mark.parametrize("part", [*PARTS, "secrets.txt"])
def test_what_was_never_written_is_told(traces: Path, part: str) -> None:
    (traces / part).unlink()
    assert len(missing(traces)) == 1
    assert main(traces) == 1


def test_the_finding_itself_tells_no_secret(
    traces: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (traces / "pytest.txt").write_text(PASSWORD)
    main(traces)
    assert PASSWORD not in capsys.readouterr().err
