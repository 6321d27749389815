"""Which plan does a number or a group's name mean?"""

from sqlalchemy.orm import Session

from actions.import_plan import NoDraftError, NothingToApproveError
from language.problems import Problem
from models.queries import plans
from models.tables.plans import PlanVersion


class NothingImportedError(Problem):
    """No plan at all."""


class NoSuchPlanError(Problem):
    """No plan of that number or group."""


def plan_named(
    session: Session, council_id: int, name: str | None, *, state: str | None = None
) -> PlanVersion:
    """By number or group; without a name the latest."""
    known = [one for one in plans(session, council_id) if state is None or one.state == state]
    if name is not None:
        known = [one for one in known if name.casefold() in names_of(one)]
    if known:
        return known[-1]
    raise _nothing(name, state)


def _nothing(name: str | None, state: str | None) -> Problem:
    if state == "draft":
        return NoDraftError() if name is None else NothingToApproveError(plan=name)
    return NothingImportedError() if name is None else NoSuchPlanError(name=name)


def names_of(plan: PlanVersion) -> set[str]:
    return {str(plan.id), plan.group.slug, plan.group.name.casefold()}
