"""`tidplan decide`: what the committee decides about a case, written down by hand."""

from datetime import date
from typing import Any, cast

import click
from sqlalchemy.orm import Session

from actions.answers import Answered, find_activity
from actions.decide import NoSuchCaseError, Verdict, decide
from actions.digests import wants_decision
from actions.settle_proposal import Answer, NoSuchProposalError, settle_proposal
from cli.door import Day, Door, json_option, person_at_the_keyboard, today_option
from cli.printed import print_json
from cli.report import new_time
from cli.words import tell, tell_count
from models.queries import cases_of, open_cases
from models.values import DECISIONS, Decision
from rules.recipients import name_key

ANSWERS = ("accept", "decline")  # to proposals; the others are about cases


@click.command(name="decide", help=tell("cli.decide"))
@click.argument("escalations", nargs=-1, required=True)
@click.option(
    "--decision",
    required=True,
    type=click.Choice([*(decision.replace("_", "-") for decision in DECISIONS), *ANSWERS]),
    help=tell("cli.option.decision"),
)
@click.option("--new-deadline", help=tell("cli.option.new_deadline"))
@click.option("--until", type=Day(), help=tell("cli.option.until"))
@click.option("--to", help=tell("cli.option.to"))
@click.option("--answer", help=tell("cli.option.answer"))
@click.option("--by", default=person_at_the_keyboard, help=tell("cli.option.by"))
@today_option()
@json_option()
def command(
    escalations: tuple[str, ...],
    decision: str,
    new_deadline: str | None,
    until: date | None,
    to: str | None,
    answer: str | None,
    by: str,
    today: date | None,
    *,
    as_json: bool,
) -> None:
    door = Door()
    if decision in ANSWERS:
        given = Answer(decision == "accept", answer)
        _settle(door, escalations, given, by=by, today=today, as_json=as_json)
        return
    day, now = door.clock(today)
    with door.council() as (session, council):
        numbers = _case_numbers(session, council.id, escalations, day)
        verdict = Verdict(
            decision=cast("Decision", decision.replace("-", "_")),
            until=until,
            new_deadline=new_time(new_deadline, today=day),
            to=to,
        )
        decided = [
            decide(
                session,
                council_id=council.id,
                case_id=number,
                verdict=verdict,
                decided_by=by,
                today=day,
                now=now,
            )
            for number in numbers
        ]
    if as_json:
        told = [_as_json(answered, decision) for answered in decided]
        print_json(told if len(told) > 1 else told[0])
        return
    for answered in decided:
        _print(answered, verdict)


def _settle(
    door: Door,
    names: tuple[str, ...],
    answer: Answer,
    *,
    by: str,
    today: date | None,
    as_json: bool,
) -> None:
    """Yes or no to proposals, by their numbers: all of them or none."""
    day, now = door.clock(today)
    with door.council() as (session, council):
        for name in dict.fromkeys(names):
            if not name.isdecimal():
                raise NoSuchProposalError(number=name)
            settle_proposal(
                session,
                council_id=council.id,
                number=int(name),
                answer=answer,
                decided_by=by,
                today=day,
                now=now,
            )
    outcome = "accepted" if answer.accept else "declined"
    if as_json:
        print_json([{"proposal": int(name), "outcome": outcome} for name in dict.fromkeys(names)])
        return
    for name in dict.fromkeys(names):
        click.echo(tell(f"cli.{outcome}", number=name))


def _as_json(answered: Answered, decision: str) -> dict[str, Any]:
    return {
        "case": answered.case_id,
        "uid": answered.uid,
        "decision": decision,
        "cancelled": answered.cancelled,
    }


def _print(answered: Answered, verdict: Verdict) -> None:
    said = tell(f"decision.{verdict.decision}")
    click.echo(tell("cli.decided", number=answered.case_id, uid=answered.uid, decision=said))
    if verdict.decision == "accept_new_time":
        click.echo(tell("cli.time_moved", due=answered.due or "–"))
    if answered.cancelled:
        click.echo(tell_count("cli.withdrawn", answered.cancelled))


def _case_numbers(
    session: Session, council_id: int, names: tuple[str, ...], today: date
) -> list[int]:
    """Each once; a group stands for all its cases that are before the committee."""
    waiting = [one for one in open_cases(session, council_id) if wants_decision(one, today)]
    numbers: list[int] = []
    for name in names:
        of_group = [
            one.id
            for one in waiting
            if name_key(name) in {one.activity.group.slug, name_key(one.activity.group.name)}
        ]
        numbers += of_group or [_case_number(session, council_id, name)]
    return list(dict.fromkeys(numbers))


def _case_number(session: Session, council_id: int, name: str) -> int:
    """A case by its number, or the open case of a named activity."""
    if name.isdecimal():
        return int(name)
    activity = find_activity(session, council_id=council_id, name=name)
    held = cases_of(session, [activity.id]).get(activity.id)
    if held is None:
        raise NoSuchCaseError(number=name)
    return held.id
