"""`tidplan links` and `tidplan web`, as an administrator types them."""

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from office import MONDAY
from served import KEY, URL, a_house, token_for
from sqlalchemy import text

from cli.main import exit_code
from config.link_key import BadLinkKeyError, read_link_key
from config.settings import load_settings
from models.store import open_database


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("TIDPLAN_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("TIDPLAN_HOME", str(tmp_path))
    monkeypatch.setenv("TIDPLAN_PUBLIC_URL", URL)
    return tmp_path


@pytest.fixture
def with_letters(home: Path) -> None:
    engine = open_database(f"sqlite:///{home}/tidplan.db")
    house = a_house(engine)
    house.follows()
    house.lives(MONDAY)
    engine.dispose()


@pytest.mark.usefixtures("with_letters")
def test_a_persons_links_are_listed_and_withdrawn(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["links", "list", "anna ek", "--json"]) == 0
    [link] = json.loads(capsys.readouterr().out)
    assert (link["letter"], link["expires"], link["revoked"]) == ("2022-11-28", "2023-02-26", None)
    assert exit_code(["links", "revoke", "anna.ek@example.se", "--because", "moved on"]) == 0
    assert "En länk till Anna Ek" in capsys.readouterr().out
    assert exit_code(["links", "list", "Anna Ek"]) == 0
    assert "moved on" in capsys.readouterr().out
    assert exit_code(["links", "revoke", "Anna Ek"]) == 0
    assert "0 länkar" in capsys.readouterr().out


@pytest.mark.usefixtures("with_letters")
def test_an_unknown_person_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["links", "revoke", "Ingen Alls"]) == 2
    assert "Ingen Alls" in capsys.readouterr().err


def test_without_an_address_there_are_no_pages(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TIDPLAN_PUBLIC_URL")
    assert exit_code(["web"]) == 2
    assert "TIDPLAN_PUBLIC_URL" in capsys.readouterr().err
    assert not (home / "link.key").exists()


@pytest.mark.parametrize(
    "url", ["tidplan.example.se", "http://tidplan.example.se", "https://", "https://a.se/?x=1"]
)
def test_an_address_that_would_not_do_is_bad_input(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    monkeypatch.setenv("TIDPLAN_PUBLIC_URL", url)
    assert exit_code(["status"]) == 2
    assert "TIDPLAN_PUBLIC_URL" in capsys.readouterr().err
    assert list(home.iterdir()) == []


def test_the_key_is_made_once_and_for_its_owner_only(home: Path) -> None:
    first = load_settings().links
    assert first == load_settings().links
    assert (home / "link.key").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in home.iterdir()] == ["link.key"]
    assert "key" not in repr(first)


@pytest.mark.parametrize(("given", "kept"), [("short", None), (None, "short"), (None, "")])
def test_a_key_that_keeps_no_secret_is_refused(
    tmp_path: Path, given: str | None, kept: str | None
) -> None:
    file = tmp_path / "link.key"
    if kept is not None:
        file.write_text(kept)
    with pytest.raises(BadLinkKeyError):
        read_link_key(given, file)


def test_a_key_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "link.key").mkdir()
    with pytest.raises(BadLinkKeyError):
        read_link_key(None, tmp_path / "link.key")


def test_the_pages_are_served_until_told_to_stop(home: Path) -> None:
    free = str(_free_port())
    command = [sys.executable, "-m", "cli.main", "web", "--port", free]
    ours = os.environ | {"TIDPLAN_LINK_KEY": KEY, "TIDPLAN_HOME": str(home)}
    with subprocess.Popen(command, env=ours, stdout=subprocess.PIPE) as run:
        answer = _first_answer(f"http://127.0.0.1:{free}/plan/health")
        assert answer.text == "ok"
        assert httpx.get(f"http://127.0.0.1:{free}/accessibility").status_code == 200
        run.terminate()
        run.wait(30)


def test_what_the_pages_print_holds_no_token_even_when_they_fail(home: Path) -> None:
    engine = open_database(f"sqlite:///{home}/tidplan.db")
    house = a_house(engine)
    house.follows()
    house.lives(MONDAY)
    token = token_for(house, "Anna Ek")
    free = str(_free_port())
    command = [sys.executable, "-m", "cli.main", "web", "--port", free]
    ours = os.environ | {"TIDPLAN_LINK_KEY": KEY, "TIDPLAN_HOME": str(home)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, env=ours, **pipes) as run:  # type: ignore[call-overload]
        _first_answer(f"http://127.0.0.1:{free}/plan/health")
        page = f"http://127.0.0.1:{free}/plan/a/{token}"
        assert httpx.get(page).status_code == 404  # ninety days are over
        assert httpx.post(f"{page}/answer", data={"activity": "kaffe"}).status_code == 422
        with engine.begin() as connection:
            connection.execute(text("ALTER TABLE action_link RENAME TO gone"))
        failed = httpx.get(page)
        assert (failed.status_code, failed.headers["cache-control"]) == (500, "no-store")
        assert "Något gick fel hos oss" in failed.text
        run.terminate()
        printed = run.communicate(timeout=30)[0].decode()
    engine.dispose()
    assert "Traceback" in printed
    assert token not in printed


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _first_answer(address: str) -> httpx.Response:
    for _ in range(200):
        try:
            return httpx.get(address)
        except httpx.TransportError:
            time.sleep(0.1)
    pytest.fail(f"{address} never answered")
