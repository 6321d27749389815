"""Proposals on the decision page: yes or no, and what a yes will cause."""

from dataclasses import dataclass

from actions.consequences import NextQuestion, next_question
from actions.letter_page import LetterView
from actions.proposals_shown import ProposalView
from actions.settle_proposal import Answer, settle_proposal
from language.catalog import say
from models.history_queries import activity_with_id
from notifications.reasons import sentence
from web.answering import language_of
from web.door import Opened
from web.forms import text_in


@dataclass(frozen=True, slots=True)
class PlannedAnswer:
    """next: the next reminder, where the time would move."""

    view: ProposalView
    accept: bool
    words: str
    next: NextQuestion | None


class AnsweredAlreadyError(Exception):
    """words: one sentence in the reader's language."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def planned_answers(
    opened: Opened, view: LetterView, fields: dict[str, str]
) -> list[PlannedAnswer]:
    """For the proposals of this letter only. Raises AnsweredAlreadyError."""
    return [
        _planned(opened, one, chosen == "accept", text_in(fields, f"answer_{one.number}"))
        for one in view.proposals
        if (chosen := fields.get(f"proposal_{one.number}", "")) in {"accept", "decline"}
    ]


def _planned(opened: Opened, view: ProposalView, accept: bool, words: str) -> PlannedAnswer:  # noqa: FBT001 - the form's own field
    if not view.open:
        language = language_of(opened)
        what = sentence(view.what, language)
        raise AnsweredAlreadyError(
            say("page.proposal.settled_already", language, description=what)
        )
    return PlannedAnswer(view, accept, words, _next(opened, view) if accept else None)


def _next(opened: Opened, view: ProposalView) -> NextQuestion | None:
    if view.about is None or view.deadline is None:
        return None
    activity = activity_with_id(opened.session, opened.council.id, view.about.activity_id)
    if activity is None:
        return None
    return next_question(opened.session, opened.office, activity, deadline=view.deadline)


def settle(opened: Opened, planned: PlannedAnswer) -> None:
    settle_proposal(
        opened.session,
        council_id=opened.council.id,
        number=planned.view.number,
        answer=Answer(planned.accept, planned.words or None),
        decided_by=opened.link.person.name,
        today=opened.office.today,
        now=opened.office.now,
    )
