"""`tidplan decide`: what the committee decides about a case, written down by hand."""

from datetime import date
from typing import cast

import click
from sqlalchemy.orm import Session

from actions.answers import find_activity
from actions.decide import NoSuchCaseError, Verdict, decide
from cli.door import Day, Door, json_option, person_at_the_keyboard, today_option
from cli.printed import print_json
from cli.report import new_time
from cli.words import tell, tell_count
from models.queries import cases_of
from models.values import DECISIONS, Decision


@click.command(name="decide", help=tell("cli.decide"))
@click.argument("escalation")
@click.option(
    "--decision",
    required=True,
    type=click.Choice([decision.replace("_", "-") for decision in DECISIONS]),
    help=tell("cli.option.decision"),
)
@click.option("--new-deadline", help=tell("cli.option.new_deadline"))
@click.option("--until", type=Day(), help=tell("cli.option.until"))
@click.option("--to", help=tell("cli.option.to"))
@click.option("--by", default=person_at_the_keyboard, help=tell("cli.option.by"))
@today_option()
@json_option()
def command(
    escalation: str,
    decision: str,
    new_deadline: str | None,
    until: date | None,
    to: str | None,
    by: str,
    today: date | None,
    *,
    as_json: bool,
) -> None:
    door = Door()
    day, now = door.clock(today)
    with door.council() as (session, council):
        number = _case_number(session, council.id, escalation)
        verdict = Verdict(
            decision=cast("Decision", decision.replace("-", "_")),
            until=until,
            new_deadline=new_time(new_deadline, today=day),
            to=to,
        )
        answered = decide(
            session,
            council_id=council.id,
            case_id=number,
            verdict=verdict,
            decided_by=by,
            today=day,
            now=now,
        )
    if as_json:
        print_json({"case": number, "uid": answered.uid, "decision": decision, "cancelled": answered.cancelled})  # fmt: skip # noqa: E501
        return
    said = tell(f"decision.{verdict.decision}")
    click.echo(tell("cli.decided", number=number, uid=answered.uid, decision=said))
    if verdict.decision == "accept_new_time":
        click.echo(tell("cli.time_moved", due=answered.due or "–"))
    if answered.cancelled:
        click.echo(tell_count("cli.withdrawn", answered.cancelled))


def _case_number(session: Session, council_id: int, name: str) -> int:
    """A case by its number, or the open case of a named activity."""
    if name.isdecimal():
        return int(name)
    activity = find_activity(session, council_id=council_id, name=name)
    held = cases_of(session, [activity.id]).get(activity.id)
    if held is None:
        raise NoSuchCaseError(number=name)
    return held.id
