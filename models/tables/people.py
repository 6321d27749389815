"""Who takes part: councils, organisations, people, groups and their members over time."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.tables.declared import Declared, one_of
from models.values import PACES

PRINCIPALS = ("region", "municipality", "university", "agency", "company", "other")
GROUP_KINDS = ("working_group", "executive_committee", "secretariat")
COUNCIL_ROLES = {"committee": "executive_committee", "secretariat": "secretariat"}
ROLES = ("chair", "convenor", "secretary", "member")


class Council(Declared):
    """A regional council; no row of another council is ever seen by it."""

    __tablename__ = "council"
    __table_args__ = (CheckConstraint(one_of("language", ("sv", "en")), name="known_language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    language: Mapped[str]


class Organisation(Declared):
    """A body that sends members; principal: which kind it is of."""

    __tablename__ = "organisation"
    __table_args__ = (
        UniqueConstraint("council_id", "name"),
        CheckConstraint(
            f"principal IS NULL OR {one_of('principal', PRINCIPALS)}", name="known_principal"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    name: Mapped[str]
    principal: Mapped[str | None]


class Person(Declared):
    """Someone whom a plan or the directory names; the address may come later.

    mail_pace: how often the person wants letters; None is as the council's policy says.
    digest_declined_on: since when the person does without the committee's digest.
    """

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("council_id", "email"),
        CheckConstraint(one_of("language", ("sv", "en")), name="known_language"),
        CheckConstraint(
            f"mail_pace IS NULL OR {one_of('mail_pace', PACES)}", name="known_mail_pace"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"), index=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(index=True)
    email: Mapped[str | None]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    language: Mapped[str]
    mail_pace: Mapped[str | None]
    digest_declined_on: Mapped[date | None]

    organisation: Mapped[Organisation | None] = relationship(lazy="raise")


class Alias(Declared):
    """Another name or address of a person: a spelling, an old surname, an old mailbox."""

    __tablename__ = "alias"
    __table_args__ = (UniqueConstraint("council_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    written: Mapped[str]
    key: Mapped[str]


class Group(Declared):
    """A working group, or the council's own executive committee or secretariat.

    paused_from, paused_until: nobody in it is asked on these days, both included.
    """

    __tablename__ = "working_group"
    __table_args__ = (
        UniqueConstraint("council_id", "slug"),
        CheckConstraint(one_of("kind", GROUP_KINDS), name="known_kind"),
        CheckConstraint(
            "(paused_from IS NULL) = (paused_until IS NULL)"
            " AND (paused_from IS NULL OR paused_from <= paused_until)",
            name="pause_in_order",
        ),
        Index(
            "one_committee_and_secretariat_per_council",
            "council_id",
            "kind",
            unique=True,
            sqlite_where=text("kind <> 'working_group'"),
            postgresql_where=text("kind <> 'working_group'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    slug: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]
    paused_from: Mapped[date | None]
    paused_until: Mapped[date | None]


class Membership(Declared):
    """A person's role in a group, from a day until a day (both included; open when None)."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("group_id", "person_id", "role"),
        CheckConstraint(one_of("role", ROLES), name="known_role"),
        CheckConstraint("until IS NULL OR since IS NULL OR since <= until", name="days_in_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    group_id: Mapped[int] = mapped_column(ForeignKey("working_group.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]

    person: Mapped[Person] = relationship(lazy="raise")
    group: Mapped[Group] = relationship(lazy="raise")
