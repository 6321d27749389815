"""The architecture, held against the code."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import models
from cli.main import COMMANDS
from config.settings import Settings

ROOT = Path(__file__).parent.parent
FOLDERS = (
    *("flows", "cli", "config", "actions", "intake", "notifications", "reports"),
    *("rules", "models", "deadlines", "language"),
)


@pytest.mark.parametrize(
    "init",
    sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("__init__.py")),
    ids=lambda path: str(path.parent.relative_to(ROOT)),
)
def test_a_folder_says_its_question_and_nothing_else(init: Path) -> None:
    body = ast.parse(init.read_text()).body
    assert len(body) == 1
    assert ast.get_docstring(ast.Module(body, []))


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("rules.ladder", ("sqlalchemy", "prefect", "apprise")),
        ("rules.health", ("sqlalchemy", "prefect", "apprise")),
        ("deadlines.parse", ("sqlalchemy", "prefect", "apprise", "language", "models")),
        ("cli.main", ("prefect", "apprise", "sqlalchemy")),
        ("cli.plan", ("prefect", "apprise")),
        ("cli.run", ("prefect",)),
        ("cli.up", ("prefect", "apprise")),
    ],
)
def test_what_a_module_loads(module: str, unwanted: tuple[str, ...]) -> None:
    """The linter sees text; this sees what really loads."""
    script = f"import sys, {module}; print(*(name for name in {unwanted} if name in sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []


def test_the_code_under_test_is_this_repository() -> None:
    assert Path(models.__file__ or "").is_relative_to(ROOT)


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", ".ci/run"])
def test_no_package_index_is_named(name: str) -> None:
    text = (ROOT / name).read_text()
    assert not [word for word in ("index-url", "find-links", "://") if word in text]


def documented() -> str:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"`tidplan {command}" in documented() or f"tidplan {command} " in documented()


@pytest.mark.parametrize("setting", Settings.model_fields)
def test_every_setting_is_documented(setting: str) -> None:
    assert f"`TIDPLAN_{setting.upper()}`" in documented()


@pytest.mark.parametrize(
    "flow",
    yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"],
    ids=lambda flow: flow["name"],
)
def test_every_flow_is_documented(flow: dict[str, object]) -> None:
    assert f"`{flow['name']}`" in documented()
