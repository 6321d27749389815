"""The committee's page: a list of decisions, what each will cause, and what was decided."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from actions.answers import PastTimeError
from actions.decide import (
    CaseClosedError,
    IncompleteDecisionError,
    UnknownResponsibleError,
    Verdict,
    decide,
)
from actions.letter_page import CaseView, letter_view
from deadlines.deadline import Deadline
from deadlines.parse import UnclearDeadlineError, parse_deadline
from language.catalog import explain, say
from language.problems import Problem
from models.values import DECISIONS, Decision
from web.answering import SEE_OTHER, language_of, show
from web.door import Door, Opened
from web.shown import page

CANNOT_DECIDE = (
    CaseClosedError,
    IncompleteDecisionError,
    PastTimeError,
    UnknownResponsibleError,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """One case and what the form says of it, in the form's own words."""

    case: CaseView
    decision: Decision
    words: str
    to: str
    until: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A wish that can be carried out. due: the new last day, where it moves."""

    wish: Wish
    verdict: Verdict
    deadline: Deadline | None


class UnclearWishError(Exception):
    """words: one sentence in the reader's language."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


async def form(request: Request) -> dict[str, str]:
    """The fields of a form whose names we cannot know beforehand; files are left out."""
    sent = await request.form(max_fields=1000, max_files=1)
    return {name: value for name, value in sent.items() if isinstance(value, str)}


Fields = Annotated[dict[str, str], Depends(form)]


def pages(door: Door) -> APIRouter:
    router = APIRouter()

    @router.post("/a/{token}/decide")
    def decide_all(token: str, fields: Fields) -> Response:
        try:
            with door.act(token) as opened:
                planned = _planned(opened, door, fields)
                if fields.get("confirmed") != "1":
                    return _confirm(opened, door, token, planned)
                for one in planned:
                    _carry_out(opened, one)
        except (UnclearWishError, *CANNOT_DECIDE) as problem:
            return _refused(door, token, problem)
        return RedirectResponse(f"{door.prefix}/a/{token}?decided={len(planned)}", SEE_OTHER)

    return router


def _refused(door: Door, token: str, problem: Exception) -> Response:
    """All or nothing: what could not be done leaves the rest undone, too."""
    with door.look(token) as opened:
        words = (
            problem.words
            if isinstance(problem, UnclearWishError)
            else explain(cast("Problem", problem), language_of(opened))
        )
        return show(opened, door, token, words=words, status=409)


def _wishes(opened: Opened, fields: dict[str, str]) -> list[Wish]:
    """For the cases of this letter only, whatever else the form holds."""
    office = opened.office
    view = letter_view(opened.session, opened.link, today=office.today, now=office.now)
    wishes = []
    for case in view.cases:
        chosen = fields.get(f"decision_{case.escalation_id}", "")
        if chosen in DECISIONS:
            given = (
                fields.get(f"{name}_{case.escalation_id}", "").strip()[:500]
                for name in ("words", "to", "until")
            )
            wishes.append(Wish(case, chosen, *given))
    return wishes


def _planned(opened: Opened, door: Door, fields: dict[str, str]) -> list[Planned]:
    planned = [_plan(opened, door, wish) for wish in _wishes(opened, fields)]
    if not planned:
        raise UnclearWishError(say("page.nothing_chosen", language_of(opened)))
    return planned


def _plan(opened: Opened, door: Door, wish: Wish) -> Planned:
    language = language_of(opened)
    if not wish.case.open:
        raise UnclearWishError(
            say("page.case_settled", language, description=wish.case.about.description)
        )
    deadline = _new_time(opened, door, wish) if wish.decision == "accept_new_time" else None
    if wish.decision == "reassign" and wish.to not in wish.case.names:
        raise UnclearWishError(
            say("page.choose_whom", language, description=wish.case.about.description)
        )
    verdict = Verdict(
        wish.decision,
        until=_until(opened, wish) if wish.decision == "park" else None,
        new_deadline=deadline,
        to=wish.to or None,
    )
    return Planned(wish, verdict, deadline)


def _new_time(opened: Opened, door: Door, wish: Wish) -> Deadline | None:
    """None takes the group's own proposal."""
    if not wish.words and wish.case.proposed:
        return None
    try:
        found = parse_deadline(
            wish.words,
            reference=opened.office.today,
            lang=language_of(opened),
            conventions=door.settings.council.conventions,
        )
    except UnclearDeadlineError:
        found = None
    if found is None or found.kind == "none":
        raise UnclearWishError(
            say("page.unclear_time", language_of(opened), words=wish.words or "–")
        )
    return found


def _until(opened: Opened, wish: Wish) -> date:
    try:
        until = date.fromisoformat(wish.until)
    except ValueError:
        until = opened.office.today
    if until <= opened.office.today:
        raise UnclearWishError(
            say(
                "page.park_until",
                language_of(opened),
                description=wish.case.about.description,
            )
        )
    return until


def _confirm(opened: Opened, door: Door, token: str, planned: list[Planned]) -> Response:
    return page(
        "confirm",
        language_of(opened),
        prefix=door.prefix,
        token=token,
        planned=planned,
    )


def _carry_out(opened: Opened, planned: Planned) -> None:
    decide(
        opened.session,
        council_id=opened.council.id,
        case_id=planned.wish.case.escalation_id,
        verdict=planned.verdict,
        decided_by=opened.link.person.name,
        today=opened.office.today,
        now=opened.office.now,
    )
