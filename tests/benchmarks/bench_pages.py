"""200 people answer within 20 seconds, ten a second come what may, while mail is being sent."""

import os
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import httpx
from builders import a_deadline
from letters import NOW
from office import House, a_person, a_plan, a_row
from post import queue_many
from served import KEY, URL, a_house, token_of
from sqlalchemy import func, select

from models.store import open_database, transaction
from models.tables.following import ProgressReport
from tests.benchmarks.bench_delivery import sink
from tests.benchmarks.figure import Figure

PEOPLE, A_SECOND = 200, 10
ALLOWED = 0.3  # seconds, for 95 of 100 answers
MAILS = 15_000
FIELDS = re.compile(r'name="(activity|seen)" value="(\d+)"')


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/tidplan.db"
        house = a_house(open_database(url))
        tokens = people_with_links(house)
        queue_many(house.engine, MAILS)
        with sink() as port, serving(url, folder) as pages, delivering(url, folder, port) as run:
            took = answers(pages, tokens)
            was_sending = run.poll() is None
        with transaction(house.engine) as session:
            kept = session.scalar(select(func.count()).select_from(ProgressReport)) or 0
        p95 = sorted(took)[int(0.95 * len(took))]
        note = (
            f"page and answer: median {1000 * sorted(took)[len(took) // 2]:.0f} ms, "
            f"p95 {1000 * p95:.0f} ms; {kept} of {PEOPLE} answers kept; "
            f"delivery {'went on' if was_sending else 'had ended'}"
        )
        yield Figure("pages_p95_against_300_ms", p95 / ALLOWED, 1, at_least=False, note=note)
        yield Figure("pages_answers_kept", kept / PEOPLE, 1, note=note)


def people_with_links(house: House) -> list[str]:
    """Each with an activity of their own that falls due soon."""
    today = datetime.now(UTC).date()
    day = next(
        day for back in range(30) if house.calendar.is_working(day := today - timedelta(days=back))
    )
    soon = a_deadline("by", due=day + timedelta(days=10), text="inom kort")
    names = [f"Person{number:03} Ek" for number in range(PEOPLE)]
    house.people(*(a_person(name) for name in names))
    rows = [
        a_row(str(number), soon, responsible=name) for number, name in enumerate(names, start=1)
    ]
    members = [{"name": name, "organisation": None, "principal": None} for name in names]
    house.imports(a_plan(rows, members=members, reporting=[]))
    house.approves(day - timedelta(days=30))
    house.lives(day)
    house.sends()
    return [token_of(one) for one in house.outbox(day=day) if one.kind == "reminder"]


@contextmanager
def serving(url: str, folder: str) -> Iterator[str]:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    ours = {
        "TIDPLAN_HOME": folder,
        "TIDPLAN_DATABASE_URL": url,
        "TIDPLAN_PUBLIC_URL": URL,
        "TIDPLAN_LINK_KEY": KEY,
    }
    with subprocess.Popen(
        [sys.executable, "-m", "web", "--port", str(port)], env=os.environ | ours
    ) as run:
        pages = f"http://127.0.0.1:{port}/plan"
        _wait_for(f"{pages}/health")
        try:
            yield pages
        finally:
            run.terminate()


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            httpx.get(address)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)


@contextmanager
def delivering(url: str, folder: str, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    ours = {
        "TIDPLAN_HOME": folder,
        "TIDPLAN_DATABASE_URL": url,
        "TIDPLAN_MAIL_URL": f"mailto://127.0.0.1:{port}",
        "TIDPLAN_MAIL_FROM": "Tidplan <tidplan@example.se>",
    }
    day = NOW.date().isoformat()
    command = [sys.executable, "-m", "cli.main", "deliver", "--today", day]
    with subprocess.Popen(command, env=os.environ | ours, stdout=subprocess.DEVNULL) as run:
        yield run
        run.terminate()


def answers(pages: str, tokens: list[str]) -> list[float]:
    """Each at its own moment, however slow the others are; seconds for page and answer."""
    begin = time.monotonic()
    certificates = ssl.create_default_context()  # read once: what a client costs is not measured

    def come(number: int) -> float:
        time.sleep(max(0.0, begin + number / A_SECOND - time.monotonic()))
        arrived = time.monotonic()
        with httpx.Client(timeout=60, verify=certificates) as person:
            page = person.get(f"{pages}/a/{tokens[number]}")
            fields = dict(reversed(FIELDS.findall(page.text)))
            sent = person.post(
                f"{pages}/a/{tokens[number]}/answer", data=fields | {"answer": "done"}
            )
            sent.raise_for_status() if sent.status_code != 303 else None
        return time.monotonic() - arrived

    with ThreadPoolExecutor(PEOPLE) as crowd:
        return list(crowd.map(come, range(len(tokens))))
