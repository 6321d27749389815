"""Writers that come together are stored together; one that fails harms no other."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from sqlalchemy import Connection, Engine, event, func, insert, select
from sqlalchemy.exc import IntegrityError

from models.shared_transactions import SharedTransactions
from models.tables.people import Council

COUNCILS = Council.__table__


def add(slug: str, connection: Connection) -> str:
    connection.execute(insert(COUNCILS).values(slug=slug, name=slug, language="sv"))
    return slug


def count(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(COUNCILS)) or 0


def commits_of(engine: Engine) -> list[str]:
    seen: list[str] = []
    event.listen(engine, "commit", lambda _: seen.append("commit"))
    return seen


def test_what_is_written_is_stored_before_anybody_goes_on(engine: Engine) -> None:
    ledger = SharedTransactions(engine)
    assert ledger.write(lambda connection: add("a", connection)) == "a"
    assert count(engine) == 1
    ledger.close()


def test_those_who_come_while_one_writes_share_the_next_commit(engine: Engine) -> None:
    ledger, commits = SharedTransactions(engine), commits_of(engine)
    begun, others_came = Event(), Event()

    def slowly(connection: Connection) -> str:
        begun.set()
        others_came.wait(10)
        return add("first", connection)

    def asked(name: str) -> str:
        together.wait(10)
        return ledger.write(lambda connection: add(name, connection))

    together = Barrier(5)
    with ThreadPoolExecutor(6) as pool:
        first = pool.submit(ledger.write, slowly)
        begun.wait(10)
        others = [pool.submit(asked, f"other{number}") for number in range(4)]
        together.wait(10)
        while len(ledger._asked) < 4:
            pass
        others_came.set()
        assert {one.result(10) for one in (first, *others)} >= {"first", "other0"}
    ledger.close()
    assert (count(engine), len(commits)) == (5, 2)


def test_a_wish_that_fails_is_told_to_its_own_writer_only(engine: Engine) -> None:
    ledger = SharedTransactions(engine)
    ledger.write(lambda connection: add("taken", connection))
    begun, others_came = Event(), Event()

    def slowly(connection: Connection) -> str:
        begun.set()
        others_came.wait(10)
        return add("first", connection)

    with ThreadPoolExecutor(3) as pool:
        first = pool.submit(ledger.write, slowly)
        begun.wait(10)
        bad = pool.submit(ledger.write, lambda connection: add("taken", connection))
        good = pool.submit(ledger.write, lambda connection: add("good", connection))
        while len(ledger._asked) < 2:
            pass
        others_came.set()
        assert (first.result(10), good.result(10)) == ("first", "good")
        with pytest.raises(IntegrityError):
            bad.result(10)
    assert ledger.write(lambda connection: add("later", connection)) == "later"
    ledger.close()
    assert count(engine) == 4
