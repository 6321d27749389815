"""Who would answer, and what? For looks into the future only: nobody is ever told of it."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from models.values import Decision, Status

Answering = Literal["nobody", "everybody", "mix"]
ANSWERING: tuple[Answering, ...] = ("nobody", "everybody", "mix")

CLOSE = 21  # days before the last day from which work is done rather than going on
SILENT = 0.3  # of the questions, where some answer and some do not
SLOWEST = 12  # days until an answer
DONE, GOING_ON = 0.6, 0.8  # of the answers near the last day; the rest want more time
MORE_TIME = 90  # days
UNDECIDED = 0.4  # of the cases
LONGEST_WAIT = 20  # days until a decision


@dataclass(frozen=True, slots=True)
class SupposedAnswer:
    """after: days from the letter; later: days by which a new time is asked for, 0 for none."""

    after: int
    status: Status
    later: int = 0


def supposed_answer(
    question: str, *, days_left: int | None, answering: Answering, seed: int
) -> SupposedAnswer | None:
    """The same question gets the same answer in every run; None: it stays without."""
    near = days_left is not None and days_left <= CLOSE
    if answering == "everybody":
        return SupposedAnswer(1, "done" if near else "in_progress")
    if answering == "nobody" or _chance(question, "silent", seed) < SILENT:
        return None
    after = 1 + int(_chance(question, "after", seed) * SLOWEST)
    what = _chance(question, "what", seed)
    if not near or DONE <= what < GOING_ON:
        return SupposedAnswer(after, "in_progress")
    return SupposedAnswer(after, "done") if what < DONE else _more_time(after)


def _more_time(after: int) -> SupposedAnswer:
    return SupposedAnswer(after, "in_progress", MORE_TIME)


def decision_comes_after(case: str, *, answering: Answering, seed: int) -> int | None:
    """Days from the letter until the committee says something; None: it does not."""
    if answering == "everybody":
        return 1
    if answering == "nobody" or _chance(case, "undecided", seed) < UNDECIDED:
        return None
    return 1 + int(_chance(case, "after", seed) * LONGEST_WAIT)


def supposed_decision(case: str, *, wish: bool, answering: Answering, seed: int) -> Decision:
    """What a group asks for is granted; what is merely late is parked for a while, or dropped."""
    if wish:
        return "accept_new_time"
    dropped = answering == "mix" and _chance(case, "what", seed) >= GOING_ON
    return "drop" if dropped else "park"


def _chance(question: str, about: str, seed: int) -> float:
    """From 0 up to 1, the same on every machine."""
    digest = sha256(f"{seed}/{about}/{question}".encode()).digest()
    return int.from_bytes(digest[:6]) / 2**48
