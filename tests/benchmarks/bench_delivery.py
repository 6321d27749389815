"""How much delivery costs beside a bare SMTP loop: durable, one lease a message."""

import os
import smtplib
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from letters import MAIL, NOW, a_reminder
from post import queue_many
from served import LINKS
from sqlalchemy import Engine, select

from actions.deliver import deliver
from models.store import open_database, transaction
from models.tables.mail import OutboxMessage
from notifications.delivery.settings import MailSettings
from notifications.letter import Letter
from notifications.messages import day_letter
from tests.benchmarks.figure import Figure

SINK = Path(__file__).with_name("fast_sink.py")
MAILS = 1000
SLOW_MAILS = 24
REPLY_SECONDS = 0.05
ROUNDS = 3
CONNECTIONS = 8


def figures() -> Iterator[Figure]:
    with sink(apart=True) as port:
        bare, alone = against_a_bare_loop(port, connections=1)
        yield Figure(
            "delivery_claim_to_settled_over_one_connection",
            bare / alone,
            0.25,
            note=f"{_each(bare, alone)}; one fsync of this disk {fsync_seconds() * 1000:.2f} ms",
        )
        bare, ours = against_a_bare_loop(port, connections=CONNECTIONS)
        yield Figure(
            "delivery_claim_to_settled_against_bare_smtplib",
            bare / ours,
            0.25,
            note=f"{_each(bare, ours)}, {CONNECTIONS} connections",
        )
        linked, without = (rendering(mail) for mail in (replace(MAIL, links=LINKS), MAIL))
        yield Figure(
            "delivery_words_and_mime_against_bare_smtplib",
            without / bare,
            1.5,
            at_least=False,
            note=f"{_each(without, bare)}; {linked * 1000:.2f} ms of one with its link",
        )
        stock = stock_apprise(port)
        yield Figure(
            "delivery_stock_apprise_against_bare_smtplib",
            bare / stock,
            0.0,
            note=_each(bare, stock),
        )
    with sink(REPLY_SECONDS) as port:
        yield from connections(port)


def _each(first: float, second: float) -> str:
    return f"{first * 1000:.2f} ms / {second * 1000:.2f} ms a mail"


def fsync_seconds() -> float:
    """What nobody who keeps a promise can do without, twice a mail: before DATA and after."""
    with tempfile.NamedTemporaryFile() as file:

        def write() -> None:
            file.write(b"-" * 4096)
            file.flush()
            os.fsync(file.fileno())

        return seconds_a_mail(write, 100)


def against_a_bare_loop(port: int, *, connections: int) -> tuple[float, float]:
    """Seconds a mail, the best of interleaved rounds."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{folder}/bench.db")
        mail = MailSettings(
            url=f"mailto://127.0.0.1:{port}", sender=MAIL.sender, connections=connections
        )
        queue_many(engine, 1)
        deliver(engine, now=NOW, mail=mail)  # loads Apprise, compiles statements
        bare, ours = [], []
        for _ in range(ROUNDS):
            queue_many(engine, MAILS)
            messages = _queued(engine)
            bare.append(timed(lambda: bare_loop(port, messages)) / MAILS)  # noqa: B023 - runs at once
            ours.append(timed(lambda: deliver(engine, now=NOW, mail=mail)) / MAILS)
        engine.dispose()
    return min(bare), min(ours)


def _queued(engine: Engine) -> list[tuple[str, str, bytes]]:
    with transaction(engine) as session:
        rows = session.execute(
            select(OutboxMessage.sender, OutboxMessage.recipient, OutboxMessage.content).where(
                OutboxMessage.state == "queued"
            )
        )
        return [(row.sender, row.recipient, row.content) for row in rows]


def bare_loop(port: int, messages: list[tuple[str, str, bytes]]) -> None:
    with smtplib.SMTP("127.0.0.1", port) as smtp:
        for sender, recipient, content in messages:
            smtp.sendmail(sender, [recipient], content)


LETTERS = [
    replace(
        letter,
        recipient=replace(letter.recipient, name=f"Åsa Lind {number}", email=f"a{number}@x.se"),
        asks=tuple(
            replace(ask, about=replace(ask.about, description=f"{ask.about.description} {number}"))
            for ask in letter.asks
        ),
    )
    for letter in [a_reminder()]
    for number in range(2000)
]


def rendering(mail: MailSettings) -> float:
    """Seconds a mail, the best of rounds."""
    letters = cycle(LETTERS)
    return min(seconds_a_mail(lambda: render(letters, mail), 200) for _ in range(ROUNDS))


def render(letters: Iterator[Letter], mail: MailSettings) -> None:
    """Each to another person, of other activities: nothing of the last one helps."""
    day_letter(next(letters), mail=mail, now=NOW)


def stock_apprise(port: int) -> float:
    """Without the 5.5 seconds that it rests between two messages."""
    import apprise  # noqa: PLC0415 - only this figure needs it

    one = apprise.Apprise()
    one.add(f"mailto://127.0.0.1:{port}?from=a@example.se&to=b@example.se")
    for server in one:
        server.request_rate_per_sec = 0
    return seconds_a_mail(lambda: one.notify(body="Hej", title="Hej"), 20)


def connections(port: int) -> Iterator[Figure]:
    """A relay that takes its time: more connections must help as much as they can."""
    alone = with_workers(port, 1)
    for workers in (2, 3, 8):
        together = with_workers(port, workers)
        yield Figure(
            f"delivery_gain_of_{workers}_connections_at_50_ms_a_reply",
            alone / together / workers,
            0.8,
            note=f"{SLOW_MAILS / alone:.1f} → {SLOW_MAILS / together:.1f} mails a second",
        )


def with_workers(port: int, workers: int) -> float:
    """Seconds for SLOW_MAILS a worker, divided by what one worker would have had to do."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{folder}/bench.db")
        mail = MailSettings(url=f"mailto://127.0.0.1:{port}", sender=MAIL.sender)
        queue_many(engine, SLOW_MAILS * workers)
        with ThreadPoolExecutor(workers) as pool:
            took = timed(
                lambda: list(
                    pool.map(lambda _: deliver(engine, now=NOW, mail=mail), range(workers))
                )
            )
        engine.dispose()
    return took / workers


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def seconds_a_mail(work: Callable[[], object], times: int) -> float:
    work()
    return timed(lambda: [work() for _ in range(times)]) / times


@contextmanager
def sink(delay: float = 0.0, *, apart: bool = False) -> Iterator[int]:
    """apart: on a core of its own, as a relay is another machine.

    Where chance puts both onto one core, a bare loop takes half the time, and we as much as ever.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    process = subprocess.Popen([sys.executable, SINK, str(port), str(delay)])
    try:
        with on_a_core_of_its_own(process.pid) if apart else nullcontext():
            _wait_for(port)
            yield port
    finally:
        process.terminate()
        process.wait()


@contextmanager
def on_a_core_of_its_own(pid: int) -> Iterator[None]:
    ours = os.sched_getaffinity(0)
    if len(ours) > 1:
        theirs = {max(ours)}
        os.sched_setaffinity(pid, theirs)
        os.sched_setaffinity(0, ours - theirs)
    try:
        yield
    finally:
        os.sched_setaffinity(0, ours)


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(port)
