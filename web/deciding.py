"""The committee's page: a list of decisions, what each will cause, and what was decided."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from actions.answers import PastTimeError
from actions.consequences import NextQuestion, next_question
from actions.decide import (
    CaseClosedError,
    IncompleteDecisionError,
    UnknownResponsibleError,
    Verdict,
    decide,
)
from actions.letter_page import CaseView, LetterView, letter_view
from actions.propose import ActivityClosedError
from actions.proposed_changes import NoPlanError
from actions.settle_proposal import ProposalSettledError
from deadlines.deadline import Deadline
from deadlines.parse import UnclearDeadlineError, parse_deadline
from language.catalog import explain, say
from language.problems import Problem
from models.queries import case
from models.values import DECISIONS, Decision
from rules.escalation import acknowledgement_lapses_on
from web.answering import SEE_OTHER, language_of, show
from web.approving import AnsweredAlreadyError, PlannedAnswer, planned_answers, settle
from web.door import Door, Opened
from web.forms import Fields
from web.shown import page

CANNOT_DECIDE = (
    ActivityClosedError,
    CaseClosedError,
    IncompleteDecisionError,
    NoPlanError,
    PastTimeError,
    ProposalSettledError,
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
    """A wish that can be carried out.

    deadline: the new time, where it moves; next: who is asked about it next, and when.
    """

    wish: Wish
    verdict: Verdict
    deadline: Deadline | None
    next: NextQuestion | None


class UnclearWishError(Exception):
    """words: one sentence in the reader's language."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def pages(door: Door) -> APIRouter:
    router = APIRouter()

    @router.post("/a/{token}/decide")
    def decide_all(token: str, fields: Fields) -> Response:
        try:
            with door.act(token) as opened:
                office = opened.office
                view = letter_view(opened.session, opened.link, today=office.today, now=office.now)
                planned = [_plan(opened, door, wish) for wish in _wishes(view, fields)]
                answers = planned_answers(opened, view, fields)
                _check_something(opened, planned, answers)
                if fields.get("confirmed") != "1":
                    return _confirm(opened, door, token, planned, answers)
                _carry_out(opened, planned, answers)
        except (AnsweredAlreadyError, UnclearWishError, *CANNOT_DECIDE) as problem:
            return _refused(door, token, problem)
        decided = len(planned) + len(answers)
        return RedirectResponse(f"{door.prefix}/a/{token}?decided={decided}", SEE_OTHER)

    return router


def _check_something(opened: Opened, planned: list[Planned], answers: list[PlannedAnswer]) -> None:
    if not planned and not answers:
        raise UnclearWishError(say("page.nothing_chosen", language_of(opened)))


def _refused(door: Door, token: str, problem: Exception) -> Response:
    """All or nothing: what could not be done leaves the rest undone, too."""
    with door.look(token) as opened:
        words = (
            problem.words
            if isinstance(problem, (AnsweredAlreadyError, UnclearWishError))
            else explain(cast("Problem", problem), language_of(opened))
        )
        return show(opened, door, token, words=words, status=409)


def _wishes(view: LetterView, fields: dict[str, str]) -> list[Wish]:
    """For the cases of this letter only, whatever else the form holds."""
    wishes = []
    for one in view.cases:
        chosen = fields.get(f"decision_{one.escalation_id}", "")
        if chosen in DECISIONS:
            given = (
                fields.get(f"{name}_{one.escalation_id}", "").strip()[:500]
                for name in ("words", "to", "until")
            )
            wishes.append(Wish(one, chosen, *given))
    return wishes


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
    deadline = deadline or (wish.case.proposed if wish.decision == "accept_new_time" else None)
    return Planned(wish, verdict, deadline, _next(opened, wish, deadline))


def _next(opened: Opened, wish: Wish, deadline: Deadline | None) -> NextQuestion | None:
    held = case(opened.session, opened.council.id, wish.case.escalation_id)
    if held is None or deadline is None:
        return None
    return next_question(opened.session, opened.office, held.activity, deadline=deadline)


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


def _confirm(
    opened: Opened,
    door: Door,
    token: str,
    planned: list[Planned],
    answers: list[PlannedAnswer],
) -> Response:
    office = opened.office
    return page(
        "confirm",
        language_of(opened),
        prefix=door.prefix,
        token=token,
        planned=planned,
        answers=answers,
        returns_on=acknowledgement_lapses_on(
            office.today, answered_on=None, policy=office.policy, calendar=office.calendar
        ),
    )


def _carry_out(opened: Opened, planned: list[Planned], answers: list[PlannedAnswer]) -> None:
    """All of them or none."""
    for one in planned:
        decide(
            opened.session,
            council_id=opened.council.id,
            case_id=one.wish.case.escalation_id,
            verdict=one.verdict,
            decided_by=opened.link.person.name,
            today=opened.office.today,
            now=opened.office.now,
        )
    for answer in answers:
        settle(opened, answer)
