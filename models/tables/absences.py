"""When people are away, and who answers for them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.tables.declared import Declared
from models.tables.people import Person


class Absence(Declared):
    """A person is away from a day until a day, both included.

    instead: who stands in, if anybody.
    """

    __tablename__ = "absence"
    __table_args__ = (
        CheckConstraint("first <= last", name="days_in_order"),
        CheckConstraint("instead_id IS NULL OR instead_id <> person_id", name="somebody_else"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    instead_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    first: Mapped[date]
    last: Mapped[date]

    person: Mapped[Person] = relationship(lazy="raise", foreign_keys=[person_id])
    instead: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=[instead_id])
