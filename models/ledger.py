"""The slip ledger: which moves of a deadline stand, and which of them are slips."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from deadlines.deadline import Deadline
from models.queries import batches, columns
from models.tables.plans import Activity, DeadlineMove

SHARPENED, UNDONE = "sharpened", "undone"  # the reasons that are ours; others are people's words


def moves_of(session: Session, activity_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """How often each deadline has moved, and by how many days in all; sharpened is not moved."""
    moved: dict[int, tuple[int, int]] = {}
    for activity_id, moves in standing_moves(session, activity_ids).items():
        slips = slips_of(moves)
        if slips[0]:
            moved[activity_id] = slips
    return moved


def slips_of(moves: Iterable[DeadlineMove]) -> tuple[int, int]:
    """How often one deadline has moved by these moves, and by how many days in all."""
    slips = [move for move in standing(moves) if move.reason != SHARPENED]
    return len(slips), sum(_days(move) for move in slips)


def changes_of(session: Session, activity_ids: Collection[int]) -> dict[int, int]:
    """How often each deadline has changed in any way: it only grows."""
    return {
        activity_id: changes
        for some in batches(list(activity_ids))
        for activity_id, changes in columns(session, _CHANGES, {"some": some})
    }


_ABOUT_SOME = DeadlineMove.activity_id.in_(bindparam("some", expanding=True))
_CHANGES = (
    select(DeadlineMove.activity_id, func.count())
    .where(_ABOUT_SOME)
    .group_by(DeadlineMove.activity_id)
)


def _days(move: DeadlineMove) -> int:
    return (move.to_due - move.from_due).days if move.from_due and move.to_due else 0


def standing_moves(
    session: Session, activity_ids: Collection[int]
) -> dict[int, list[DeadlineMove]]:
    """The moves of each activity, the oldest first, without those that were taken back."""
    made = moves_made(session, activity_ids)
    return {activity_id: standing(moves) for activity_id, moves in made.items()}


def moves_made(session: Session, activity_ids: Collection[int]) -> dict[int, list[DeadlineMove]]:
    """All of them, those that were taken back as well."""
    made: dict[int, list[DeadlineMove]] = {}
    for some in batches(list(activity_ids)):
        for move in session.scalars(_MOVES, {"some": some}):
            made.setdefault(move.activity_id, []).append(move)
    return made


_MOVES = select(DeadlineMove).where(_ABOUT_SOME).order_by(DeadlineMove.id)


def standing(moves: Iterable[DeadlineMove]) -> list[DeadlineMove]:
    """Of one activity's moves in their order, those that were not taken back."""
    kept: list[DeadlineMove] = []
    for move in moves:
        if move.reason == UNDONE and kept:
            kept.pop()
        else:
            kept.append(move)
    return kept


def mandate_of(session: Session, activity: Activity) -> Deadline:
    """The window that was given, before it was sharpened."""
    mandate = activity.deadline
    for move in reversed(standing_moves(session, [activity.id]).get(activity.id, [])):
        if move.reason != SHARPENED:
            break
        mandate = replace(mandate, start=move.from_start, due=move.from_due)
    return mandate
