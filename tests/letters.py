"""Letters with fictional people and groups, naming only what matters."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from deadlines.deadline import Deadline
from models.values import Reason
from notifications.delivery.settings import MailSettings
from notifications.letter import (
    About,
    Ask,
    CaseLine,
    Digest,
    Gap,
    GroupProgress,
    Letter,
    Recipient,
    ReportLine,
    ResolvedLine,
)
from notifications.links import LinkSettings

DAY = date(2022, 11, 28)
NOW = datetime(2022, 11, 28, 7, 0, tzinfo=UTC)
MAIL = MailSettings(sender="Samverkansrådet i Exempelbygden <tidplan@example.se>")
PROGRESS = (
    GroupProgress("Arbetsgruppen för handledning", done=3, late=1, total=8),
    GroupProgress("Arbetsgruppen för digitala arbetssätt", done=0, late=2, total=5),
    GroupProgress("Arbetsgruppen för lokaler", done=4, late=0, total=4),
)
LINKED = replace(MAIL, links=LinkSettings("https://tidplan.example.se", b"k" * 40))
AUTUMN = Deadline("Ht 2022", "during", date(2022, 8, 1), date(2022, 12, 31), "term")


def a_recipient(**given: Any) -> Recipient:
    known = {
        "person_id": 1,
        "name": "Anna Lind",
        "email": "anna.lind@example.se",
        "language": "sv",
    }
    return Recipient(**(known | given))


def an_about(**given: Any) -> About:
    known = {
        "activity_id": 1,
        "uid": "HAL-1",
        "group": "Arbetsgruppen för handledning",
        "number": "1",
        "description": "Kartlägga hur handledare utses i de tre kommunerna",
        "deadline": AUTUMN,
    }
    return About(**(known | given))


def an_ask(**given: Any) -> Ask:
    known = {
        "about": an_about(),
        "status": "not_started",
        "occasion": "2022-12-31/60",
        "came_up": date(2022, 11, 1),
        "why": Reason("why.lead", {"days_left": 33, "due": date(2022, 12, 31)}),
        "then": Reason("then.remind", {"on": date(2022, 12, 12)}),
        "others": ("Bo Ek", "Cilla Ståhl"),
    }
    return Ask(**(known | given))


def a_case(**given: Any) -> CaseLine:
    known = {
        "escalation_id": 7,
        "about": an_about(),
        "level": 1,
        "days_overdue": 37,
        "weeks": 0,
        "why": Reason("why.case_overdue", {"days_overdue": 37, "asked": 4}),
        "then": Reason("then.decide"),
    }
    return CaseLine(**(known | given))


def a_digest(**given: Any) -> Digest:
    known = {
        "since": DAY - timedelta(days=7),
        "new": (),
        "unchanged": (),
        "resolved": (),
        "reports": (),
        "coming": (),
        "open_activities": 23,
        "groups": 4,
    }
    return Digest(**(known | given))


def a_letter(**given: Any) -> Letter:
    known = {
        "council_id": 1,
        "council": "Samverkansrådet i Exempelbygden",
        "recipient": a_recipient(),
        "day": DAY,
    }
    return Letter(**(known | given))


def a_reminder(language: str = "sv") -> Letter:
    return a_letter(
        recipient=a_recipient(language=language),
        asks=(
            an_ask(),
            an_ask(
                about=an_about(
                    activity_id=2,
                    uid="HAL-2",
                    number="2",
                    description="Gemensam introduktionsdag för nya handledare",
                    deadline=Deadline("senast 1 december", "by", None, date(2022, 12, 1), "day"),
                ),
                status="in_progress",
                occasion="2022-12-01/3",
                why=Reason("why.lead", {"days_left": 3, "due": date(2022, 12, 1)}),
                then=Reason("then.escalate", {"on": date(2022, 12, 19)}),
                others=(),
            ),
            an_ask(
                about=an_about(
                    activity_id=3,
                    uid="DIG-4",
                    group="Arbetsgruppen för digitala arbetssätt",
                    number="4",
                    description="Pröva distanshandledning under en termin",
                    deadline=Deadline(
                        "Vårterminen 2022", "during", date(2022, 1, 1), date(2022, 6, 30), "term"
                    ),
                ),
                status="blocked",
                occasion="2022-06-30/+150",
                why=Reason("why.blocked", {"days": 41}),
                then=Reason("then.escalated"),
                others=("David Åkesson",),
            ),
        ),
    )


def a_full_digest(language: str = "sv") -> Letter:
    other = "Arbetsgruppen för digitala arbetssätt"
    return a_letter(
        recipient=a_recipient(name="Eva Norén", email="eva.noren@example.se", language=language),
        day=date(2023, 2, 6),
        digest=a_digest(
            progress=PROGRESS,
            new=(a_case(),),
            unchanged=(
                a_case(
                    escalation_id=3,
                    about=an_about(
                        uid="DIG-4",
                        group=other,
                        number="4",
                        description="Pröva distanshandledning under en termin",
                        deadline=Deadline(
                            "Vårterminen 2022",
                            "during",
                            date(2022, 1, 1),
                            date(2022, 6, 30),
                            "term",
                        ),
                    ),
                    days_overdue=221,
                    weeks=6,
                    why=Reason("why.case_unanswered", {"days_overdue": 221, "asked": 9}),
                    then=Reason("then.next_digest", {"on": date(2023, 2, 13)}),
                    moves=3,
                    moved_days=270,
                ),
            ),
            resolved=(
                ResolvedLine(
                    2,
                    an_about(
                        number="2", description="Gemensam introduktionsdag för nya handledare"
                    ),
                    date(2023, 2, 1),
                    Reason("resolved.done", {"said_by": "Bo Ek"}),
                ),
            ),
            reports=(
                ReportLine(
                    1,
                    an_about(
                        group=other, number="1", description="Välja gemensamt verktyg för loggbok"
                    ),
                    date(2023, 2, 2),
                    "David Åkesson",
                    "in_progress",
                    "Två verktyg provas i mars.",
                ),
            ),
            coming=(
                an_about(
                    number="5",
                    description="Utvärdera handledarutbildningen",
                    deadline=Deadline(
                        "kvartal 1 2023", "during", date(2023, 1, 1), date(2023, 3, 31), "quarter"
                    ),
                ),
            ),
        ),
    )


def some_gaps(language: str = "sv") -> Letter:
    return a_letter(
        recipient=a_recipient(language=language),
        gaps=(
            Gap(
                "address/Bo Ek",
                Reason(
                    "gap.no_address",
                    {"name": "Bo Ek", "group": "Arbetsgruppen för handledning"},
                ),
            ),
            Gap(
                "deadline/HAL-6",
                Reason("gap.no_deadline", {"uid": "HAL-6", "description": "Sprida goda exempel"}),
                activity_id=6,
            ),
        ),
    )
