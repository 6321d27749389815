"""No activity goes silent: every kind of time, and what has to hold of all of them."""

from datetime import date, timedelta
from pathlib import Path

from builders import AUTUMN_22, DURING_24, a_deadline
from office import House
from sqlalchemy import select

from models.store import open_database, transaction
from models.tables.following import Escalation
from models.tables.plans import Activity
from notifications.delivery.settings import MailSettings

MARCH = a_deadline(
    "recurring", date(2022, 3, 1), date(2022, 3, 31), "recurring", "varje år i mars"
)
KINDS = {
    "by": a_deadline("by", due=date(2022, 12, 1)),
    "during": AUTUMN_22,
    "far ahead": DURING_24,
    "from": a_deadline("from", start=date(2022, 9, 1), text="från september"),
    "recurring": MARCH,
    "recurring, no day": a_deadline("recurring", precision="recurring", text="varje kvartal"),
    "ongoing": a_deadline("ongoing", precision="ongoing", text="löpande"),
    "ongoing later": a_deadline("ongoing", start=date(2023, 1, 1), precision="ongoing"),
    "event": a_deadline("event", precision="event", text="efter beslut"),
    "none": a_deadline("none", precision="unknown", text=""),
}
QUARTER = timedelta(days=92)


def a_house(url: str, folder: Path) -> House:
    mail = MailSettings(url=f"eml:{folder / 'mail'}", sender="Tidplan <tidplan@example.se>")
    return House(open_database(url), mail=mail)


def assert_never_silent(house: House, today: date) -> None:
    with transaction(house.engine) as session:
        open_ones = session.scalars(select(Activity).where(Activity.closed_on.is_(None))).all()
        at_the_committee = set(
            session.scalars(select(Escalation.activity_id).where(Escalation.closed_on.is_(None)))
        )
    for one in open_ones:
        assert today < one.next_review_on <= today + QUARTER
        told_to_secretary = one.deadline_kind == "none"
        assert one.ask_on or told_to_secretary or one.id in at_the_committee
