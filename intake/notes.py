"""Goals, requirements and methods: the bullet lists that are not activities."""

from collections.abc import Iterator

from intake import vocabulary as words
from intake.document import Block, Document, Item, Paragraph, Section, sections
from intake.topics import leads_to, topic_of_section
from intake.wording import split_number


def goals(document: Document) -> tuple[str, ...]:
    return tuple(_texts(document, "goals"))


def requirements(document: Document) -> tuple[str, ...]:
    return tuple(_texts(document, "requirements"))


def methods(document: Document) -> tuple[tuple[str | None, str], ...]:
    """Method notes with the number of the activity that each belongs to."""
    return tuple(split_number(text) for text in _texts(document, "methods", numbered=True))


def _texts(document: Document, topic: str, *, numbered: bool = False) -> Iterator[str]:
    for section in sections(document):
        for item in _items(section, topic):
            marked = numbered and item.marker
            yield f"{item.marker} {item.text}" if marked else item.text


def _items(section: Section, topic: str) -> Iterator[Item]:
    """Points of a section about the topic, or below a sentence that announces it."""
    about = topic_of_section(section) == topic
    announced = False
    for block in section.blocks:
        if isinstance(block, Item):
            if about or announced:
                yield block
        else:
            announced = topic == "goals" and _announces_goals(block)


def _announces_goals(block: Block) -> bool:
    return isinstance(block, Paragraph) and leads_to(block.text, words.GOAL_LEADINS)
