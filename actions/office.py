"""What a day's work is done with: whose it is, when it is, and by which rules."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from models.tables.following import Escalation
from models.tables.people import Council, Group
from notifications.delivery.settings import MailSettings
from notifications.messages import Wording, day_letter
from rules.policy import Policy
from rules.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Office:
    """today: in the council's zone; now: aware. words: what turns a letter into a mail.

    calendar_chosen: the calendar as the council's file has it, as JSON.
    """

    council: Council
    today: date
    now: datetime
    policy: Policy
    calendar: WorkingCalendar
    mail: MailSettings
    calendar_chosen: Mapping[str, Any]
    words: Wording = day_letter

    @property
    def rules(self) -> dict[str, Any]:
        """All that decides what is said and when, as JSON: what a version of the rules holds."""
        policy = self.policy.model_dump(mode="json", by_alias=True)
        return {"policy": policy, "calendar": dict(self.calendar_chosen)}

    def policy_of(self, group: Group, case: Escalation | None = None) -> Policy:
        """The group's rules; a case keeps those that it began with."""
        return self.policy.of(group.slug).as_begun(case.policy if case else None)

    def calendar_of(self, group: Group) -> WorkingCalendar:
        """The days of a group's pause count as little as holidays."""
        first, last = group.paused_from, group.paused_until
        if first is None or last is None:
            return self.calendar
        pause = {first + timedelta(days=number) for number in range((last - first).days + 1)}
        return replace(self.calendar, days_off=self.calendar.days_off | pause)


def is_paused(group: Group, today: date) -> bool:
    first, last = group.paused_from, group.paused_until
    return first is not None and last is not None and first <= today <= last
