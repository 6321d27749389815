"""A letter of each kind, as it is looked at in a browser and shown in docs/mail.md."""

from collections.abc import Callable, Mapping
from datetime import date

from letters import (
    LINKED,
    MAIL,
    NOW,
    PROGRESS,
    a_digest,
    a_full_digest,
    a_letter,
    a_recipient,
    a_reminder,
    an_about,
    an_ask,
    some_gaps,
)

from deadlines.deadline import Deadline
from models.values import Reason
from notifications.letter import (
    Handover,
    JoinedGroup,
    Letter,
    ProposalLine,
    ResolvedLine,
    SettledLine,
    Welcome,
)
from notifications.message import Message
from notifications.messages import day_letter, held_letter, new_link

Example = Callable[[str], Letter]
WHOLE_YEAR = Deadline("Under 2023", "during", date(2023, 1, 1), date(2023, 12, 31), "year")
ONGOING = Deadline("Löpande", "ongoing", None, None, "ongoing")
REPORT = Deadline("vid årets slut", "by", None, date(2022, 12, 31), "year")
SPRING = Deadline("våren 2023", "during", date(2023, 1, 1), date(2023, 6, 30), "season")


def to_sharpen(language: str = "sv") -> Letter:
    about = an_about(
        uid="HAL-3",
        number="3",
        description="Ta fram en gemensam handledarutbildning",
        deadline=WHOLE_YEAR,
    )
    ask = an_ask(
        about=about,
        occasion="2023-12-31/opening",
        why=Reason("why.opening", {"due": date(2023, 12, 31)}),
        then=Reason("then.remind", {"on": date(2023, 10, 2)}),
        kind="sharpen",
    )
    return a_letter(recipient=a_recipient(language=language), day=date(2023, 1, 2), asks=(ask,))


def a_check_in(language: str = "sv") -> Letter:
    about = an_about(uid="HAL-5", number="5", description="Sprida goda exempel", deadline=ONGOING)
    ask = an_ask(
        about=about,
        status="in_progress",
        occasion="check_in/2022-11-28",
        why=Reason("why.check_in", {"days": 91}),
        then=Reason("then.check_in", {"on": date(2023, 2, 27)}),
        others=(),
        kind="check_in",
    )
    return a_letter(recipient=a_recipient(language=language), asks=(ask,))


def about_the_past(language: str = "sv") -> Letter:
    spring = Deadline("Klart våren 2019", "during", date(2019, 1, 1), date(2019, 6, 30), "season")
    rows = {"1": "Kartlägga hur handledare utses", "2": "Samla in synpunkter från studenterna"}
    asks = [
        an_ask(
            about=an_about(uid=f"HAL-{number}", number=number, description=text, deadline=spring),
            occasion="passed/2022-11-28",
            why=Reason("why.passed", {"on": date(2022, 11, 28)}),
            then=Reason("then.passed", {"on": date(2022, 12, 27)}),
            kind="passed",
        )
        for number, text in rows.items()
    ]
    return a_letter(recipient=a_recipient(language=language), asks=tuple(asks))


def a_report_back(language: str = "sv") -> Letter:
    about = an_about(
        uid="HAL-r2022-1",
        number=None,
        description="Gruppen lämnar en kort skriftlig rapport om arbetet vid årets slut.",
        deadline=REPORT,
    )
    ask = an_ask(
        about=about,
        occasion="2022-12-31/21",
        why=Reason("why.report_back", {"days_left": 33, "due": date(2022, 12, 31)}),
        then=Reason("then.remind", {"on": date(2022, 12, 27)}),
        others=("Bo Ek",),
        kind="report_back",
    )
    return a_letter(recipient=a_recipient(language=language), asks=(ask,))


def to_the_convenor(language: str = "sv") -> Letter:
    ask = an_ask(
        occasion="convenor/4",
        why=Reason("why.overdue", {"days_overdue": 9, "due": date(2022, 12, 31)}),
        then=Reason("then.escalate", {"on": date(2023, 1, 16)}),
        others=(),
        kind="convenor",
        besides=Reason("why.besides", {"names": "Bo Ek, Cilla Ståhl", "asked": 2}),
    )
    return a_letter(recipient=a_recipient(language=language), day=date(2023, 1, 9), asks=(ask,))


def a_change_of_hands(language: str = "sv") -> Letter:
    taken = an_about(number="3", description="Pröva modellen vid två lärosäten", deadline=SPRING)
    given = an_about(number="4", description="Samla in synpunkter från studenterna")
    why = Reason("why.changed_decided", {"decided_by": "Eva Norén"})
    return a_letter(
        recipient=a_recipient(language=language),
        handovers=(
            Handover(1, taken, mine=True, other="Bo Ek", why=why),
            Handover(2, given, mine=False, other="Cilla Ståhl", why=Reason("why.changed_plan")),
        ),
    )


def a_welcome(language: str = "sv") -> Letter:
    return a_letter(
        recipient=a_recipient(language=language),
        welcome=Welcome((JoinedGroup(1, "Arbetsgruppen för handledning", 6, date(2022, 12, 31)),)),
    )


def a_decision(language: str = "sv") -> Letter:
    values = {"decision": "accept_new_time", "decided_by": "Eva Norén"}
    about = an_about(number="3", description="Pröva modellen vid två lärosäten", deadline=SPRING)
    line = ResolvedLine(5, about, date(2022, 11, 24), Reason("resolved.decided", values))
    return a_letter(recipient=a_recipient(language=language), decided=(line,))


def a_proposal(language: str = "sv") -> Letter:
    about = an_about(number="3", description="Pröva modellen vid två lärosäten")
    named = {"description": about.description}
    line = ProposalLine(
        proposal_id=1,
        group=about.group,
        about=about,
        what=Reason("proposal.reword", named | {"wording": SPRING.text}),
        deadline=SPRING,
        parts=(),
        reason="Det ena lärosätet kan inte börja förrän i januari.",
        by="Bo Ek",
        on=date(2022, 11, 24),
    )
    return a_letter(
        recipient=a_recipient(name="Eva Norén", language=language),
        digest=a_digest(progress=PROGRESS[2:]),
        proposals=(line,),
    )


def an_answered_proposal(language: str = "sv") -> Letter:
    what = Reason("proposal.drop", {"description": "Samla in synpunkter från studenterna"})
    how = Reason("proposal.declined.why", {"by": "Eva Norén", "answer": "Den behövs i vår."})
    line = SettledLine(1, "Arbetsgruppen för handledning", what, date(2022, 11, 24), how)
    return a_letter(recipient=a_recipient(language=language), settled=(line,))


def on_track(language: str = "sv") -> Letter:
    return a_letter(
        recipient=a_recipient(name="Eva Norén", language=language),
        digest=a_digest(progress=PROGRESS[2:]),
    )


EXAMPLES: Mapping[str, Example] = {
    "welcome": a_welcome,
    "reminder": a_reminder,
    "sharpen": to_sharpen,
    "check-in": a_check_in,
    "passed": about_the_past,
    "report-back": a_report_back,
    "convenor": to_the_convenor,
    "changed-responsible": a_change_of_hands,
    "decided": a_decision,
    "digest": a_full_digest,
    "proposal": a_proposal,
    "answered-proposal": an_answered_proposal,
    "on-track": on_track,
    "secretariat": some_gaps,
}


def messages(language: str = "sv") -> dict[str, Message]:
    """Every kind of mail, as it would be queued; "by-mail" where no pages are served."""
    found = {
        name: day_letter(letter(language), mail=LINKED, now=NOW)
        for name, letter in EXAMPLES.items()
    }
    by_mail = day_letter(a_reminder(language), mail=MAIL, now=NOW)
    more = {"by-mail": by_mail, "new-link": a_new_link(language), "held": a_held_day(language)}
    return found | more


def a_new_link(language: str = "sv") -> Message:
    return new_link(
        a_recipient(language=language),
        council="Samverkansrådet i Exempelbygden",
        mail=LINKED,
        occasion="link/1/2022-11-28",
        now=NOW,
    )


def a_held_day(language: str = "sv") -> Message:
    return held_letter(
        a_recipient(language=language),
        council_id=1,
        council="Samverkansrådet i Exempelbygden",
        letters=312,
        day=NOW.date(),
        mail=LINKED,
        now=NOW,
    )


def pictures_of(name: str) -> list[tuple[int, str, str]]:
    """Width, light or dark, and the file that shows it so."""
    return [
        (width, scheme, f"mail-{name}-{width}-{scheme}.png")
        for width in (360, 1024)
        for scheme in ("light", "dark")
    ]
