"""`tidplan propose` and `tidplan proposals`: what groups would like to change, by hand."""

from datetime import date
from typing import Any, cast

import click
from sqlalchemy.orm import Session

from actions.answers import find_activity
from actions.joining import NoSuchGroupError
from actions.proposals_shown import ProposalView, proposal_views
from actions.propose import Wanted, propose
from cli.door import Door, json_option, person_at_the_keyboard, today_option
from cli.printed import print_json, print_table
from cli.report import answered_time, new_time
from cli.words import reader, tell
from models.people_queries import groups
from models.proposal_queries import open_proposals, proposals_settled
from models.tables.people import Group
from models.tables.plans import Activity
from models.values import PROPOSALS, ProposalKind
from notifications.reasons import sentence
from rules.recipients import name_key

OF_GROUPS = ("add", "reorder")
PRIORITY = {"high": 1, "normal": 0, "low": -1}


@click.command(name="propose", help=tell("cli.propose"))
@click.argument("kind", type=click.Choice([kind.replace("_", "-") for kind in PROPOSALS]))
@click.argument("target")
@click.option("--because", required=True, help=tell("cli.option.because"))
@click.option("--new-deadline", help=tell("cli.option.new_deadline"))
@click.option("--part", "parts", multiple=True, help=tell("cli.option.part"))
@click.option("--description", default="", help=tell("cli.option.description"))
@click.option("--to", default="", help=tell("cli.option.to"))
@click.option("--priority", type=click.Choice(list(PRIORITY)), help=tell("cli.option.priority"))
@click.option("--order", multiple=True, help=tell("cli.option.order"))
@click.option("--by", default=person_at_the_keyboard, help=tell("cli.option.by"))
@today_option()
@json_option()
def command(
    kind: str,
    target: str,
    *,
    because: str,
    new_deadline: str | None,
    parts: tuple[str, ...],
    description: str,
    to: str,
    priority: str | None,
    order: tuple[str, ...],
    by: str,
    today: date | None,
    as_json: bool,
) -> None:
    door = Door()
    day, now = door.clock(today)
    with door.council() as (session, council):
        group, activity = _target(session, council.id, kind, target)
        named = [find_activity(session, council_id=council.id, name=one).id for one in order]
        wanted = Wanted(
            kind=cast("ProposalKind", kind.replace("-", "_")),
            activity=activity,
            deadline=answered_time(new_deadline, activity, today=day)
            if activity
            else new_time(new_deadline, today=day),
            parts=parts,
            description=description,
            responsible=to,
            priority=PRIORITY[priority or "normal"],
            order=named,
            to=to,
        )
        made = propose(
            session,
            group=group,
            wanted=wanted,
            reason=because,
            by=by,
            person_id=None,
            today=day,
            now=now,
        )
        [view] = proposal_views(session, [made])
    if as_json:
        print_json(_as_json(view))
        return
    click.echo(tell("cli.proposed", number=view.number, what=sentence(view.what, reader())))


@click.command(name="proposals", help=tell("cli.proposals"))
@click.option("--all", "settled_too", is_flag=True, help=tell("cli.proposals.all"))
@json_option()
def proposals(*, settled_too: bool, as_json: bool) -> None:
    door = Door()
    day, _ = door.clock(None)
    with door.council() as (session, council):
        found = list(open_proposals(session, council.id))
        if settled_too:
            found += proposals_settled(session, council.id, since=date.min, today=day)
        views = proposal_views(session, found)
    if as_json:
        print_json([_as_json(view) for view in views])
        return
    names = ("number", "group", "proposed", "reason", "by", "outcome")
    print_table([tell(f"cli.heading.{name}") for name in names], [_row(view) for view in views])


def _row(view: ProposalView) -> list[str]:
    outcome = tell(f"page.proposal.{view.outcome or 'waits'}")
    what = sentence(view.what, reader())
    return [str(view.number), view.group, what, view.reason, f"{view.by}, {view.on}", outcome]


def _as_json(view: ProposalView) -> dict[str, Any]:
    return {
        "number": view.number,
        "kind": view.kind,
        "group": view.group,
        "activity": view.about.uid if view.about else None,
        "what": sentence(view.what, reader()),
        "parts": view.parts,
        "due": view.deadline.due if view.deadline else None,
        "reason": view.reason,
        "by": view.by,
        "on": view.on,
        "outcome": view.outcome,
        "settled_by": view.settled_by,
        "settled_on": view.settled_on,
        "answer": view.answer,
    }


def _target(
    session: Session, council_id: int, kind: str, target: str
) -> tuple[Group, Activity | None]:
    """A group for what concerns its whole plan, else an activity."""
    if kind not in OF_GROUPS:
        activity = find_activity(session, council_id=council_id, name=target)
        return activity.group, activity
    known = groups(session, council_id, kind="working_group")
    for group in known:
        if name_key(target) in {group.slug, name_key(group.name)}:
            return group, None
    raise NoSuchGroupError(group=target, names=", ".join(one.name for one in known))
