"""`tidplan report`: what a member answers, written down by hand."""

from datetime import date
from typing import cast

import click

from actions.answers import Answered, Progress, find_activity, report_progress
from cli.door import Door, json_option, person_at_the_keyboard, today_option
from cli.printed import print_json
from cli.words import reader, tell, tell_count
from config.settings import load_settings
from deadlines.answers import parse_answer
from deadlines.deadline import Deadline
from deadlines.parse import UnclearDeadlineError, parse_deadline
from language.problems import Problem
from models.tables.plans import Activity
from models.values import STATUSES, Status


class UnclearTimeError(Problem):
    """A new time that cannot be understood."""


def new_time(words: str | None, *, today: date) -> Deadline | None:
    """A time in words, counted from the day on which it was said."""
    if words is None:
        return None
    try:
        return parse_deadline(
            words,
            reference=today,
            lang=reader(),
            conventions=load_settings().council.conventions,
        )
    except UnclearDeadlineError:
        raise UnclearTimeError(words=words) from None


def answered_time(words: str | None, activity: Activity, *, today: date) -> Deadline | None:
    """A member's new time: "behöver två veckor till" counts from the last day that was."""
    if words is None:
        return None
    try:
        return parse_answer(
            words,
            current=activity.deadline,
            reference=today,
            lang=reader(),
            conventions=load_settings().council.conventions,
        )
    except UnclearDeadlineError:
        raise UnclearTimeError(words=words) from None


class _StatusChoice(click.Choice[str]):
    """in-progress; in_progress, as `--json` prints it, is the same."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return super().convert(value.replace("_", "-"), param, ctx)


def _what_became(answered: Answered) -> str:
    """Whether the new time counts already, or waits for the committee."""
    due = answered.due or "–"
    if answered.sharpened:
        return tell("cli.time_sharpened", due=due)
    if answered.case_id is None:
        return tell("cli.time_moved", due=due)
    return tell("cli.time_proposed", due=due, case=answered.case_id)


@click.command(name="report", help=tell("cli.report"))
@click.argument("activity")
@click.option(
    "--status",
    required=True,
    type=_StatusChoice([status.replace("_", "-") for status in STATUSES]),
    help=tell("cli.option.status"),
)
@click.option("--comment", help=tell("cli.option.comment"))
@click.option("--new-deadline", help=tell("cli.option.new_deadline"))
@click.option("--blocked-by", help=tell("cli.option.blocked_by"))
@click.option("--by", default=person_at_the_keyboard, help=tell("cli.option.by"))
@today_option()
@json_option()
def command(
    activity: str,
    status: str,
    comment: str | None,
    new_deadline: str | None,
    blocked_by: str | None,
    by: str,
    today: date | None,
    *,
    as_json: bool,
) -> None:
    door = Door()
    day, now = door.clock(today)
    if blocked_by is not None and status != "blocked":
        raise click.UsageError(tell("cli.only_blocked"))
    with door.council() as (session, council):
        other = (
            find_activity(session, council_id=council.id, name=blocked_by) if blocked_by else None
        )
        found = find_activity(session, council_id=council.id, name=activity)
        answered = report_progress(
            session,
            found,
            Progress(
                status=cast("Status", status.replace("-", "_")),
                said_by=by,
                comment=comment,
                new_deadline=answered_time(new_deadline, found, today=day),
                blocked_by=other,
            ),
            today=day,
            now=now,
            conventions=door.settings.council.conventions,
        )
    if as_json:
        _print_json(answered, status)
    else:
        _print(answered, status, is_moved=new_deadline is not None)


def _print_json(answered: Answered, status: str) -> None:
    print_json(
        {
            "uid": answered.uid,
            "status": status,
            "cancelled": answered.cancelled,
            "case": answered.case_id,
            "due": answered.due,
        }
    )


def _print(answered: Answered, status: str, *, is_moved: bool) -> None:
    if is_moved:
        click.echo(_what_became(answered))
    said = tell(f"status.{status.replace('-', '_')}")
    click.echo(
        tell("cli.reported", uid=answered.uid, description=answered.description, status=said)
    )
    if answered.cancelled:
        click.echo(tell_count("cli.withdrawn", answered.cancelled))
