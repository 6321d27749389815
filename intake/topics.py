"""What a section is about, told by its heading and by the sentence that leads in to a list."""

from functools import cache

from intake import vocabulary as words
from intake.document import Section
from intake.wording import key, split_number

MAX_MEMBERS_HEADING = 4


@cache
def topic_of(heading: str) -> str:
    """reporting, requirements, methods, goals, members, past, activities, schedule or ""."""
    name = f" {key(split_number(heading)[1]).replace('/', ' ').replace('-', ' ')} "
    for topic, signs in words.SECTIONS:
        if any(_stands(sign, name) for sign in signs) and _is_plain(topic, name):
            return topic
    return ""


def _is_plain(topic: str, name: str) -> bool:
    """Members are no long heading that mentions the group, and goals are no milestones."""
    if topic == "goals":
        return words.MILESTONES.isdisjoint(name.split())
    return topic != "members" or len(name.split()) <= MAX_MEMBERS_HEADING


def _stands(sign: str, name: str) -> bool:
    return f" {sign[:-1]}" in name if sign.endswith("*") else f" {sign} " in name


def topic_of_section(section: Section) -> str:
    """The nearest heading that says it."""
    for heading in reversed(section.path):
        if topic := topic_of(heading):
            return topic
    return ""


def leads_to(text: str, words_sought: tuple[str, ...]) -> bool:
    """Whether a sentence that ends in a colon announces a list of such things."""
    return text.rstrip().endswith((":", ";")) and any(
        f" {word} " in f" {key(text)} " for word in words_sought
    )
