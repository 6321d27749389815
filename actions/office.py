"""What a day's work is done with: whose it is, when it is, and by which rules."""

from dataclasses import dataclass
from datetime import date, datetime

from models.tables.people import Council
from notifications.delivery.settings import MailSettings
from notifications.messages import Wording, day_letter
from rules.policy import Policy
from rules.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Office:
    """today: in the council's zone; now: aware. words: what turns a letter into a mail."""

    council: Council
    today: date
    now: datetime
    policy: Policy
    calendar: WorkingCalendar
    mail: MailSettings
    words: Wording = day_letter
