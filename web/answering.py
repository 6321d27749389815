"""The member's page: what was asked, and four ways to answer it."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from actions.answers import PastTimeError, Progress, needs_the_committee, report_progress
from actions.letter_page import AskView, letter_view
from actions.undo import TooLateToUndoError, undo_answer
from deadlines.answers import parse_answer
from deadlines.deadline import Deadline
from deadlines.parse import UnclearDeadlineError
from language.catalog import Language, explain, say
from models.link_queries import asked_in, report_with_id
from models.tables.plans import Activity
from models.values import Status
from web.door import Door, Opened
from web.forms import LARGEST, LONGEST
from web.shown import page

Answer = Literal["done", "on_plan", "late", "not_ours"]
STATUS: dict[str, Status] = {"done": "done", "on_plan": "in_progress"}
Words = Annotated[str, Form(max_length=LONGEST)]
Number = Annotated[int, Form(ge=0, le=LARGEST)]
SEE_OTHER = 303


def pages(door: Door) -> APIRouter:
    router = APIRouter()

    @router.get("/a/{token}")
    @router.head("/a/{token}", include_in_schema=False)
    def letter(
        token: str, said: int = 0, undone: int = 0, decided: int = 0, proposed: int = 0
    ) -> Response:
        happened = {"said": said, "undone": undone, "decided": decided, "proposed": proposed}
        with door.look(token) as opened:
            return show(opened, door, token, **happened)

    @router.post("/a/{token}/answer")
    def answer(
        token: str,
        activity: Number,
        seen: Number,
        answer: Annotated[Answer, Form()],
        new_time: Words = "",
        to: Words = "",
        comment: Words = "",
        evidence: Words = "",
        confirmed: Annotated[bool, Form()] = False,  # noqa: FBT002 - a field of a form
    ) -> Response:
        words = (each.strip() for each in (new_time, to, comment, evidence))
        given = Given(activity, answer, *words)
        with door.act(token) as opened:
            return _answer(opened, door, token, given, seen=seen, confirmed=confirmed)

    @router.post("/a/{token}/new")
    def new_link(request: Request, token: str) -> Response:
        door.renew(token)
        return page("unusable", door.spoken(request), prefix=door.prefix, asked=True)

    @router.post("/a/{token}/undo")
    def undo(token: str, report: Number) -> Response:
        with door.act(token) as opened:
            return _undo(opened, door, token, report)

    return router


@dataclass(frozen=True, slots=True)
class Given:
    """What the form held; activity: by its number in the database."""

    activity: int
    answer: str
    new_time: str
    to: str
    comment: str
    evidence: str


def show(opened: Opened, door: Door, token: str, *, status: int = 200, **given: Any) -> Response:
    """The letter as it stands now, with what has just happened on top."""
    office = opened.office
    view = letter_view(opened.session, opened.link, today=office.today, now=office.now)
    known: dict[str, Any] = dict.fromkeys(("said", "undone", "decided", "proposed"), 0)
    known |= dict.fromkeys(("problem", "words", "given"))
    return page(
        "letter",
        language_of(opened),
        prefix=door.prefix,
        status=status,
        token=token,
        council=opened.council.name,
        view=view,
        today=office.today,
        **(known | given),
    )


def language_of(opened: Opened) -> Language:
    spoken: Language = opened.link.person.language  # type: ignore[assignment] # held by a CHECK
    return spoken


def _answer(
    opened: Opened, door: Door, token: str, given: Given, *, seen: int, confirmed: bool
) -> Response:
    asked = _asked(opened, given.activity)
    if asked is None:
        return show(opened, door, token, problem="page.not_in_letter", status=409)
    view = _view_of(opened, given.activity)
    if view.seen != seen:
        return _changed(opened, door, token, view, given)
    return _take(opened, door, token, asked, view, given, confirmed=confirmed)


def _undo(opened: Opened, door: Door, token: str, report: int) -> Response:
    found = report_with_id(opened.session, opened.council.id, report)
    if found is None or found.person_id != opened.link.person_id:
        return show(opened, door, token, problem="page.not_in_letter", status=409)
    try:
        undo_answer(
            opened.session,
            report=found,
            by=opened.link.person.name,
            today=opened.office.today,
            now=opened.office.now,
        )
    except TooLateToUndoError as problem:
        return show(opened, door, token, words=explain(problem, language_of(opened)), status=409)
    return RedirectResponse(f"{door.prefix}/a/{token}?undone={report}", SEE_OTHER)


def _asked(opened: Opened, activity_id: int) -> Activity | None:
    asked = asked_in(opened.session, opened.link.message_id)
    return next((one for one in asked if one.id == activity_id), None)


def _view_of(opened: Opened, activity_id: int) -> AskView:
    office = opened.office
    view = letter_view(opened.session, opened.link, today=office.today, now=office.now)
    return next(ask for ask in view.asks if ask.about.activity_id == activity_id)


def _changed(opened: Opened, door: Door, token: str, view: AskView, given: Given) -> Response:
    """Somebody was faster; the same answer sent twice is one answer."""
    said = view.answered
    if said is not None and said.mine and said.undoable and _is_same(said, given):
        return RedirectResponse(f"{door.prefix}/a/{token}?said={said.report_id}", SEE_OTHER)
    return show(opened, door, token, problem="page.changed", status=409)


def _is_same(said: Any, given: Given) -> bool:
    return (said.comment or "") == given.comment and (said.new_wording or "") == given.new_time


def _take(
    opened: Opened,
    door: Door,
    token: str,
    activity: Activity,
    view: AskView,
    given: Given,
    *,
    confirmed: bool,
) -> Response:
    language = language_of(opened)
    deadline: Deadline | None = None
    if given.answer == "late":
        try:
            deadline = _understood(opened, door, activity, given.new_time)
        except (UnclearDeadlineError, PastTimeError):
            words = say("page.unclear_time", language, words=given.new_time)
            return show(opened, door, token, words=words, given=given, status=422)
        if not confirmed:
            return page(
                "understood",
                language,
                prefix=door.prefix,
                token=token,
                view=view,
                given=given,
                deadline=deadline,
                later=needs_the_committee(opened.session, activity, deadline),
            )
    answered = report_progress(
        opened.session,
        activity,
        Progress(
            status=STATUS.get(given.answer) or _open_status(view),
            said_by=opened.link.person.name,
            person_id=opened.link.person_id,
            comment=given.comment or None,
            new_deadline=deadline,
            evidence=given.evidence or None,
            handover=given.to if given.answer == "not_ours" else None,
        ),
        today=opened.office.today,
        now=opened.office.now,
        conventions=door.settings.council.conventions,
    )
    return RedirectResponse(f"{door.prefix}/a/{token}?said={answered.report_id}", SEE_OTHER)


def _open_status(view: AskView) -> Status:
    """Late, or no longer ours: what was done stays as it is; what was closed is open again."""
    return "in_progress" if view.closed else view.status


def _understood(opened: Opened, door: Door, activity: Activity, words: str) -> Deadline:
    """Raises UnclearDeadlineError or PastTimeError."""
    today = opened.office.today
    deadline = parse_answer(
        words,
        current=activity.deadline,
        reference=today,
        lang=language_of(opened),
        conventions=door.settings.council.conventions,
    )
    if deadline.kind == "none" or (deadline.due is not None and deadline.due < today):
        raise PastTimeError(words=words, due=deadline.due)
    return deadline
