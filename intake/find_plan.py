"""From a document's blocks to the plan that it holds."""

from datetime import date

from deadlines.conventions import DEFAULT, Conventions
from intake import fields, notes, titles
from intake.activities import candidates
from intake.candidates import Candidate
from intake.companies import with_companies
from intake.county_councils import with_counties
from intake.document import Document, Doubt, doubt
from intake.doubtful import twice
from intake.due import Reading, Understood, since, undated, understand, understand_cell
from intake.members import members
from intake.reporting import Duty, duties
from intake.settled import settled_rows
from intake.starred import starred
from intake.stated import stated
from intake.tongue import language_of
from language.catalog import say
from models.values import Language, Plan, PlanActivity, ReportingDuty


def find_plan(
    document: Document,
    *,
    reference: date | None,
    reader: Language,
    conventions: Conventions = DEFAULT,
) -> Plan:
    """reader: the language of warnings."""
    language = language_of(document)
    by = Reading(reference, language, conventions, reader)
    found, doubts = candidates(document)
    times = [understand_cell(one.deadline, one.read_as, since(one.within, by)) for one in found]
    people, companies = with_companies(document, members(document), language)
    people, counties = with_counties(document, people, language)
    title = titles.title(document)
    group = fields.group(document, title, found)
    made_up = None if title else titles.made_up(document, group, language)
    tied = notes.methods(document)
    numbers = {one.number for one in found if one.number}
    return Plan(
        title=titles.of_whom(title, group) or made_up,
        language=language,
        group=group,
        commissioner=stated(document, "commissioner"),
        owner=stated(document, "owner"),
        goals=notes.goals(document),
        requirements=notes.requirements(document),
        members=people,
        activities=tuple(
            _activity(one, time, tied, reader) for one, time in zip(found, times, strict=True)
        ),
        methods=tuple(_untied(tied, numbers)),
        reporting=tuple(_duty(duty, by) for duty in duties(document)),
        warnings=_say(
            (
                *document.doubts,
                *doubts,
                *_plan_doubts(title, made_up, found),
                *undated(times),
                *fields.several(document),
                *companies,
                *counties,
                *starred(document),
                *settled_rows(found),
                *twice(found),
            ),
            reader,
        ),
    )


def _activity(
    one: Candidate,
    time: Understood,
    tied: tuple[tuple[str | None, str], ...],
    reader: Language,
) -> PlanActivity:
    return PlanActivity(
        number=one.number,
        description=one.description,
        responsible=one.responsible,
        deadline=time.deadline,
        source=one.place.source(one.text),
        methods=tuple(text for number, text in tied if number and number == one.number),
        warnings=_say((*one.doubts, *time.doubts), reader),
        marked=None if one.deadline else " – ".join(dict.fromkeys(one.bars)) or None,
    )


def _untied(tied: tuple[tuple[str | None, str], ...], numbers: set[str]) -> list[str]:
    return [
        text if number is None else f"{number}. {text}"
        for number, text in tied
        if number not in numbers
    ]


def _duty(duty: Duty, by: Reading) -> ReportingDuty:
    deadline = understand(duty.deadline, by).deadline
    return ReportingDuty(duty.text, deadline, duty.place.source(duty.text))


def _plan_doubts(title: str | None, made_up: str | None, found: list[Candidate]) -> list[Doubt]:
    untitled = doubt("title_made_up", title=made_up) if made_up else doubt("no_title")
    missing = [] if title else [untitled]
    return missing if found else [*missing, doubt("no_activities")]


def _say(doubts: tuple[Doubt, ...], reader: Language) -> tuple[str, ...]:
    return tuple(dict.fromkeys(say(one.key, reader, **dict(one.values)) for one in doubts))
