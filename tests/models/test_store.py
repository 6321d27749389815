from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from models.store import VERSION_TABLE, schema_state
from models.tables.every import METADATA


def test_migrations_make_the_tables_that_the_code_knows(engine: Engine) -> None:
    with engine.connect() as connection:
        made = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(made, METADATA) == []


def test_a_new_database_is_current(engine: Engine) -> None:
    assert schema_state(engine) == "current"
