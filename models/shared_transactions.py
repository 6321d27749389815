"""Group commit: what several threads want to write at the same moment shares one transaction."""

from collections import deque
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from sqlalchemy import Connection, Engine

from models.store import told_plainly

Result = TypeVar("Result")


class _Wish(Generic[Result]):
    """One piece of work, and what became of it once it is stored."""

    def __init__(self, work: Callable[[Connection], Result]) -> None:
        self._work = work
        self._failure: BaseException | None = None
        self.is_settled = False

    def do(self, connection: Connection) -> None:
        self._result = self._work(connection)

    def settle(self, failure: BaseException | None = None) -> None:
        self._failure, self.is_settled = failure, True

    @property
    def result(self) -> Result:
        if self._failure is not None:
            raise self._failure
        return self._result


class SharedTransactions:
    """As durable as a transaction each: nobody goes on before the common one is stored.

    Whoever gets the lock writes for all who have asked meanwhile, so a slow disk is waited for
    once by many. A wish that fails is tried again by itself, and harms no other.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._lock = Lock()
        self._asked: deque[_Wish[object]] = deque()

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """What `work` returns, once it is stored; raises what it raised when nothing was."""
        wish = _Wish(work)
        self._asked.append(wish)  # type: ignore[arg-type] # a queue of all kinds
        with self._lock:
            if not wish.is_settled:
                self._serve([self._asked.popleft() for _ in range(len(self._asked))])
        return wish.result

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _serve(self, wishes: list[_Wish[object]]) -> None:
        try:
            with told_plainly(self._engine):
                self._store(wishes)
        except BaseException as failure:  # noqa: BLE001 - handed to the one who asked
            self.close()
            if len(wishes) == 1:
                wishes[0].settle(failure)
                return
            for wish in wishes:
                self._serve([wish])
        else:
            for wish in wishes:
                wish.settle()

    def _store(self, wishes: list[_Wish[object]]) -> None:
        if self._connection is None:
            self._connection = self._engine.connect()
        with self._connection.begin():
            for wish in wishes:
                wish.do(self._connection)
