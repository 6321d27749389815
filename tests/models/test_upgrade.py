"""A database of an earlier Tidplan keeps all that it holds, on both databases."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from models.store import MIGRATIONS, VERSION_TABLE, connect
from models.tables.every import METADATA

HELD = """
INSERT INTO council (id, slug, name, language) VALUES (1, 'council', 'Rådet', 'sv');
INSERT INTO working_group (id, council_id, slug, name, kind)
    VALUES (1, 1, 'g', 'Gruppen', 'working_group');
INSERT INTO plan (id, council_id, group_id, state, document, sha256, content, imported_at)
    VALUES (1, 1, 1, 'draft', 'plan.docx', '0', '{}', '2022-02-01 12:00:00+00');
INSERT INTO activity (id, council_id, group_id, plan_id, uid, kind, position, description,
    methods, source, wording, deadline_kind, precision, status, counted_from, reasons,
    next_review_on)
    VALUES (1, 1, 1, 1, 'g-1', 'activity', 1, 'Kartlägga', '[]', '{}', 'Klart hösten -22',
    'none', 'unknown', 'in_progress', '2022-02-01', '[]', '2022-02-01');
INSERT INTO progress_report (id, council_id, activity_id, said_by, reported_on, reported_at,
    status) VALUES (1, 1, 1, 'Anna Ek', '2022-03-01', '2022-03-01 12:00:00+00', 'in_progress');
INSERT INTO escalation (id, council_id, activity_id, level, opened_on, raised_on)
    VALUES (1, 1, 1, 1, '2022-04-01', '2022-04-01');
INSERT INTO outbox_message (id, council_id, kind, day, dedup_key, recipient, sender, subject,
    message_id, content, queued_at, state, attempts, copies, retry_at)
    VALUES (1, 1, 'reminder', '2022-03-01', '1/1/1', 'anna@example.se', 't@example.se', 'Hej',
    'a@example.se', 'Hej', '2022-03-01 12:00:00+00', 'queued', 0, 0, 0.0);
INSERT INTO outbox_item (id, message_id, activity_id, occasion) VALUES (1, 1, 1, 'x')
"""


@pytest.fixture
def older(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Engine]:
    """As the first version left it, with a row in each table that has changed since."""
    url = f"sqlite:///{tmp_path}/older.db"
    if request.param == "postgresql":
        url = request.getfixturevalue("cluster_url")
    engine = connect(url)
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        settings.attributes |= {"connection": connection, "version_table": VERSION_TABLE}
        command.upgrade(settings, "0001")
        for row in HELD.split(";"):
            connection.execute(text(row))
    yield engine
    engine.dispose()


@pytest.fixture
def cluster_url(request: pytest.FixtureRequest) -> Iterator[str]:
    with request.getfixturevalue("cluster").database(template="template0") as url:
        yield url


both = pytest.mark.parametrize(
    "older",
    ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)],
    indirect=True,
)


@both
def test_an_upgrade_keeps_every_row_and_makes_todays_tables(older: Engine, tmp_path: Path) -> None:
    url = older.url.render_as_string(hide_password=False)
    assert tidplan("status", home=tmp_path, url=url) == 2
    assert tidplan("db", "upgrade", home=tmp_path, url=url) == 0
    assert len(list((tmp_path / "backups").iterdir())) == 1
    with older.connect() as connection:
        made = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(made, METADATA) == []
        held = connection.execute(
            text("SELECT said_by, status, undone_at, evidence FROM progress_report")
        )
        assert [tuple(row) for row in held] == [("Anna Ek", "in_progress", None, None)]
        cases = connection.execute(text("SELECT level, handover FROM escalation"))
        assert [tuple(row) for row in cases] == [(2, None)]
        rows = connection.execute(text("SELECT plan_id, activity_id, position FROM plan_row"))
        assert [tuple(row) for row in rows] == [(1, 1, 1)]
        asked = connection.execute(
            text(
                "SELECT recipient, occasion FROM outbox_item JOIN outbox_message"
                " ON outbox_message.id = outbox_item.message_id"
            )
        )
        assert [tuple(row) for row in asked] == [("anna@example.se", "x")]
        letters = connection.execute(
            text("SELECT message_id, length(content) FROM outbox_content")
        )
        assert [tuple(row) for row in letters] == [(1, 3)]
    assert tidplan("status", home=tmp_path, url=url) == 0


def tidplan(*arguments: str, home: Path, url: str) -> int:
    ours = {"TIDPLAN_HOME": str(home), "TIDPLAN_DATABASE_URL": url}
    command_line = [sys.executable, "-m", "cli.main", *arguments]
    return subprocess.run(command_line, env=os.environ | ours, check=False).returncode


def test_the_migrations_are_one_line() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert len(scripts.get_heads()) == 1
    assert scripts.get_base() == "0001"
