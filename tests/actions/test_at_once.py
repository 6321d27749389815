"""Ten workers at the same time do what one does."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

from office import COMMITTEE, LATE, MEMBERS, SECRETARY, House
from sqlalchemy import Engine, func, select

from models.store import transaction
from models.tables.following import Escalation
from models.tables.people import Council, Group

WORKERS = 10


def at_once(house: House, day: date) -> None:
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(house.lives, [day] * WORKERS))


def test_ten_runs_at_once_give_the_same_cases_and_one_mail_a_person(engine: Engine) -> None:
    house = House(engine)
    house.follows()
    at_once(house, LATE)
    recipients = [one.person_id for one in house.outbox(day=LATE)]
    assert len(recipients) == len(set(recipients)) == len((*MEMBERS, *COMMITTEE, SECRETARY))
    with transaction(engine) as session:
        per_activity = session.execute(
            select(Escalation.activity_id, func.count()).group_by(Escalation.activity_id)
        ).all()
    assert [count for _, count in per_activity] == [1, 1, 1]


def test_ten_first_visits_make_one_council(engine: Engine) -> None:
    at_once(House(engine), LATE)
    with transaction(engine) as session:
        assert session.scalar(select(func.count()).select_from(Council)) == 1
        assert session.scalar(select(func.count()).select_from(Group)) == 2
