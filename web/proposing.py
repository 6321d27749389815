"""The page on which a group proposes changes of its plan, and "not me" on the member's page."""

from typing import cast

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from actions.group_page import group_for, own_groups
from actions.links import LinkUnusableError
from actions.propose import (
    ActivityClosedError,
    IncompleteProposalError,
    NoReasonError,
    ProposedAlreadyError,
    Wanted,
    propose,
    take_back,
)
from actions.settle_proposal import ProposalSettledError
from deadlines.answers import parse_answer
from deadlines.deadline import Deadline
from deadlines.parse import UnclearDeadlineError
from language.catalog import explain, say
from language.problems import Problem
from models.people_queries import member_names
from models.proposal_queries import proposal_with_id
from models.queries import group_activities
from models.tables.people import Group
from models.tables.plans import Activity
from models.values import PROPOSALS
from web.answering import SEE_OTHER, language_of, show
from web.door import Door, Opened
from web.forms import Fields, fits, number_in, text_in
from web.shown import page

CANNOT_PROPOSE = (
    ActivityClosedError,
    IncompleteProposalError,
    NoReasonError,
    ProposedAlreadyError,
    ProposalSettledError,
)
TIMED = ("reword", "add")
KEPT = ("kind", "activity", "new_time", "description", "responsible", "reason")  # until confirmed


class UnclearTimeError(Exception):
    """words: what was written for a time."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def pages(door: Door) -> APIRouter:
    router = APIRouter()

    @router.get("/a/{token}/groups/{group_id}/propose")
    def proposing(token: str, group_id: int, activity: int = 0) -> Response:
        with door.look(token) as opened:
            group = _own_group(opened, group_id)
            return _show(opened, door, token, group, {"activity": str(activity)})

    @router.post("/a/{token}/groups/{group_id}/propose")
    def made(token: str, group_id: int, fields: Fields) -> Response:
        try:
            with door.act(token) as opened:
                group = _own_group(opened, group_id)
                return _take(opened, door, token, group, fields)
        except (UnclearTimeError, *CANNOT_PROPOSE) as problem:
            with door.look(token) as opened:
                return _refused(opened, door, token, group_id, fields, problem)

    @router.post("/a/{token}/proposals/{number}/withdraw")
    def withdraw(token: str, number: int) -> Response:
        with door.act(token) as opened:
            found = (
                proposal_with_id(opened.session, opened.council.id, number)
                if fits(number)
                else None
            )
            if found is None or found.person_id != opened.link.person_id:
                raise LinkUnusableError
            group_id, today = found.group_id, opened.office.today
            if found.outcome is None:
                person = opened.link.person.name
                take_back(
                    opened.session, proposal=found, by=person, today=today, now=opened.office.now
                )
        return RedirectResponse(f"{door.prefix}/a/{token}/groups/{group_id}?said=back", SEE_OTHER)

    return router


def _own_group(opened: Opened, group_id: int) -> Group:
    """Raises LinkUnusableError where the reader may not propose anything."""
    today = opened.office.today
    group = (
        group_for(opened.session, opened.link, group_id, today=today) if fits(group_id) else None
    )
    if group is None or group.id not in own_groups(opened.session, opened.link, today=today):
        raise LinkUnusableError
    return group


def _activities(opened: Opened, group: Group) -> list[Activity]:
    return [
        one
        for one in group_activities(opened.session, group.id)
        if one.closed_on is None and one.kind == "activity"
    ]


def _take(
    opened: Opened, door: Door, token: str, group: Group, fields: dict[str, str]
) -> Response:
    wanted = _wanted(opened, door, group, fields)
    if wanted.deadline is not None and fields.get("confirmed") != "1":
        kept = {name: fields.get(name, "") for name in KEPT}
        return page(
            "proposed",
            language_of(opened),
            prefix=door.prefix,
            token=token,
            group=group,
            wanted=wanted,
            fields=kept,
        )
    propose(
        opened.session,
        group=group,
        wanted=wanted,
        reason=text_in(fields, "reason"),
        by=opened.link.person.name,
        person_id=opened.link.person_id,
        today=opened.office.today,
        now=opened.office.now,
    )
    if wanted.kind == "hand_over":
        return RedirectResponse(f"{door.prefix}/a/{token}?proposed=1", SEE_OTHER)
    return RedirectResponse(f"{door.prefix}/a/{token}/groups/{group.id}?said=sent", SEE_OTHER)


def _wanted(opened: Opened, door: Door, group: Group, fields: dict[str, str]) -> Wanted:
    """Raises UnclearTimeError, or what `propose` raises."""
    kind = text_in(fields, "kind")
    if kind not in PROPOSALS:
        raise IncompleteProposalError(kind=kind)
    known = {one.id: one for one in group_activities(opened.session, group.id)}
    activity = known.get(number_in(fields, "activity"))
    order = sorted((place, one) for one in known if (place := number_in(fields, f"place_{one}")))
    return Wanted(
        kind=kind,
        activity=None if kind in {"add", "reorder"} else activity,
        deadline=_time(opened, door, kind, activity, text_in(fields, "new_time")),
        parts=text_in(fields, "parts").splitlines(),
        description=text_in(fields, "description"),
        responsible=text_in(fields, "responsible"),
        priority={"high": 1, "low": -1}.get(text_in(fields, "priority"), 0),
        order=[one for _, one in order],
        to=text_in(fields, "to"),
    )


def _time(
    opened: Opened, door: Door, kind: str, activity: Activity | None, words: str
) -> Deadline | None:
    if kind not in TIMED or (kind == "add" and not words):
        return None
    today, conventions = opened.office.today, door.settings.council.conventions
    nothing = Deadline(text="", kind="none", start=None, due=None, precision="unknown")
    try:
        found = parse_answer(
            words,
            current=activity.deadline if activity else nothing,
            reference=today,
            lang=language_of(opened),
            conventions=conventions,
        )
    except UnclearDeadlineError:
        raise UnclearTimeError(words) from None
    if found.kind == "none" or (found.due is not None and found.due < today):
        raise UnclearTimeError(words)
    return found


def _refused(
    opened: Opened,
    door: Door,
    token: str,
    group_id: int,
    fields: dict[str, str],
    problem: Exception,
) -> Response:
    language = language_of(opened)
    if isinstance(problem, UnclearTimeError):
        words = say("page.unclear_time", language, words=problem.words)
    else:
        words = explain(cast("Problem", problem), language)
    if fields.get("kind") == "hand_over":
        return show(opened, door, token, words=words, status=422)
    return _show(opened, door, token, _own_group(opened, group_id), fields, words=words)


def _show(
    opened: Opened,
    door: Door,
    token: str,
    group: Group,
    fields: dict[str, str],
    *,
    words: str | None = None,
) -> Response:
    return page(
        "propose",
        language_of(opened),
        prefix=door.prefix,
        status=422 if words else 200,
        token=token,
        group=group,
        activities=_activities(opened, group),
        names=member_names(opened.session, group.id),
        fields=fields,
        words=words,
    )
