"""What a council may decide about reminders and escalation, with sound defaults."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from deadlines.deadline import Precision
from models.values import Pace

Days = tuple[int, ...]


class Strict(BaseModel):
    """Frozen, and deaf to nothing: an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class LeadDays(Strict):
    """Days before the last day on which members are reminded, by how wide the window is."""

    day: Days = (14, 3)
    week: Days = (14, 3)
    month: Days = (30, 7)
    quarter: Days = (60, 21, 7)
    tertial: Days = (60, 21, 7)
    half_year: Days = Field((60, 21, 7), alias="half-year")
    season: Days = (60, 21, 7)
    term: Days = (60, 21, 7)
    academic_year: Days = Field((90, 30, 7), alias="academic-year")
    year: Days = (90, 30, 7)
    report_back: Days = Field((60, 21, 7), alias="report-back")

    @field_validator("*")
    @classmethod
    def _falling(cls, days: Days) -> Days:
        if not days or min(days) < 0 or list(days) != sorted(set(days), reverse=True):
            raise PydanticCustomError("fault.falling_days", "one or more days, largest first")
        return days


class Volume(Strict):
    """Letters of a day that are held and asked about: more than `times` a normal day.

    at_least: so many never are.
    """

    times: int = Field(5, ge=2)
    at_least: int = Field(100, ge=1)


class GroupRules(Strict):
    """What a group may have its own rules for. All figures are calendar days.

    overdue: days after the last day of the first repeats; then every `overdue[-1] - overdue[-2]`.
    check_in: how often activities without a last day are asked about.
    event: how often "has it happened yet?" is asked.
    quiet: days in which nobody hears of the same activity twice.
    silent_after: mails without answer after which somebody else is asked besides.
    convenor: days without answer past the last day until the group's convenor is told.
    escalate: the same until the committee, and then the council.
    acknowledged: days without news after which a case that somebody took on comes back.
    """

    lead: LeadDays = LeadDays()
    opening: tuple[Precision, ...] = ("year", "academic-year")
    overdue: Days = (1, 8, 22, 50)
    check_in: int = Field(91, ge=7)
    event: int = Field(60, ge=7)
    quiet: int = Field(5, ge=0)
    silent_after: int = Field(2, ge=1)
    convenor: int = Field(8, ge=1)
    escalate: Days = (14, 70)
    acknowledged: int = Field(14, ge=1)

    @field_validator("overdue", "escalate")
    @classmethod
    def _rising(cls, days: Days) -> Days:
        if len(days) < 2 or min(days) < 1 or list(days) != sorted(set(days)):  # noqa: PLR2004 - the repeat is a difference
            raise PydanticCustomError("fault.rising_days", "two or more days, smallest first")
        return days

    def leads(self, precision: Precision, *, report_back: bool) -> Days:
        """Days before the last day, largest first; what has no width is treated as a day."""
        if report_back:
            return self.lead.report_back
        name = precision.replace("-", "_")
        days: Days = getattr(self.lead, name, self.lead.day)
        return days


class Policy(GroupRules):
    """A council's rules; `groups` says, by the group's short name, where a group's differ.

    passed: how often a group is asked what became of rows whose time was gone at approval.
    gaps: how often the secretariat is told of what it has not mended.
    pace: letters by the day or by the week, for those who have not said what they want.
    apart: days from one letter to the next, for what can wait.
    welcome: whether members hear at once that Tidplan follows their plan, and how it works.
    volume: when a day's letters wait for a person to release them.
    """

    passed: int = Field(28, ge=7)
    gaps: int = Field(28, ge=1)
    pace: Pace = "day"
    apart: int = Field(2, ge=1, le=7)
    welcome: bool = True
    volume: Volume = Volume()
    groups: dict[str, GroupRules] = Field(default_factory=dict)

    def of(self, group: str) -> "Policy":
        """The council's rules, and the group's own where it has any."""
        own = self.groups.get(group)
        if own is None:
            return self
        given = {name: getattr(own, name) for name in own.model_fields_set}
        if "lead" in given:
            chosen = {name: getattr(own.lead, name) for name in own.lead.model_fields_set}
            given["lead"] = self.lead.model_copy(update=chosen)
        return self.model_copy(update=given)

    def kept_by_a_case(self) -> dict[str, Any]:
        """The rules that a case keeps from the day on which it is opened, as JSON."""
        return {
            "convenor": self.convenor,
            "escalate": list(self.escalate),
            "acknowledged": self.acknowledged,
        }

    def as_begun(self, kept: Mapping[str, Any] | None) -> "Policy":
        """With the rules that a case began with; None: those in force."""
        if not kept:
            return self
        return self.model_copy(update={**kept, "escalate": tuple(kept["escalate"])})
