"""The vocabulary of cooperation programmes, as values that commands, events and states share."""

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from domain.kernel.model import Model
from domain.kernel.pasted import close_if_text
from domain.kernel.prose import clean_text

UNANSWERED = "unanswered"
"""The reason for which an application counts as refused when silence withdraws it."""

Standstill = Literal["paused", "declined", "abandonment-requested"]
"""Why a cooperation does not go on, as its status says: it is paused, refused, or to be abandoned."""

ASLEEP: frozenset[Standstill] = frozenset({"paused", "declined", "abandonment-requested"})
"""Every standstill."""


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A short name for machines and people: ``bafapatabor``."""

CommandId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:/-]{0,299}$")]
"""Chosen by the client; the same id twice is the same command."""

PersonId = Annotated[str, StringConstraints(pattern=r"^p-[0-9a-f]{12}$")]
"""A random-looking id that says nothing about the person; derived from the command that registered them."""

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
"""The key of something a rulebook defines: a deliverable, a gate item, a deadline."""

Label = Annotated[str, Field(max_length=200), AfterValidator(lambda text: clean_text(text, 200, lines=False))]
"""A public title of at most 200 characters: never the name of a person."""

Actor = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,99}$")]
"""Who gives a command: a person's id, or ``escale``."""

Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2199, 12, 31))]
"""A day that rules can count from: the calendar ends in 9999, and what follows from a day must still fit."""

Entry = Annotated[int, Field(ge=1, le=1_000_000)]
"""The number of an event within its file, from 1."""


class Phase(StrEnum):
    """The four canonical phases, in order (programme TEC, field notes §3)."""

    EXPLORATION = "exploration"
    DIAGNOSIS = "diagnosis"
    EXPERIMENTATION = "experimentation"
    CAPITALISATION = "capitalisation"

    @cached_property
    def number(self) -> int:
        """1 to 4."""
        return list(Phase).index(self) + 1

    @property
    def next(self) -> "Phase | None":
        """The phase after this one; None after capitalisation."""
        phases = list(Phase)
        return phases[self.number] if self.number < len(phases) else None


class CooperationType(StrEnum):
    """Whether it refers to a known model (PTCE, third place…) or needs a trusted third party."""

    MODELLED = "modelled"
    NON_MODELLED = "non-modelled"
    SYSTEMIC = "systemic"


class EconomicModel(StrEnum):
    """Where its means come from."""

    MARKET = "market"
    NON_MARKET = "non-market"
    HYBRID = "hybrid"


class Origin(StrEnum):
    """Where a cooperation came from (field notes §3)."""

    RESIDENTS_CALL = "residents-call"
    AUTHORITY_ASKS = "authority-asks"
    COLLECTIVE_ASKS = "collective-asks"
    EXISTING_COOPERATION = "existing-cooperation"
    FOUNDATION_INITIATIVE = "foundation-initiative"
    PROGRAMME_RELAY = "programme-relay"


class Role(StrEnum):
    """What a person may be in an organisation (field notes §2)."""

    ADMINISTRATOR = "administrator"
    PROGRAMME_MANAGER = "programme-manager"
    ELECTED_REPRESENTATIVE = "elected-representative"
    REGIONAL_COMMISSION = "regional-commission"
    JURY = "jury"
    STEERING_COMMITTEE = "steering-committee"
    BOARD = "board"
    ACCOMPANYING_ORGANISATION = "accompanying-organisation"
    FACILITATOR = "facilitator"
    FINANCE_OFFICER = "finance-officer"
    AUDITOR = "auditor"


Body = Role | Key
"""Who decides: the holders of a role, or a panel by its key."""


class Sector(StrEnum):
    """What kind of member of the collective a stakeholder is."""

    ASSOCIATION = "association"
    RESIDENTS = "residents"
    AUTHORITY = "authority"
    COMPANY = "company"
    SOCIAL_LANDLORD = "social-landlord"
    RESEARCH = "research"
    FUNDER = "funder"


class Language(StrEnum):
    """The languages of the service, French first."""

    FRENCH = "fr"
    ENGLISH = "en"


class ContactKind(StrEnum):
    """How people were in touch."""

    MEETING = "meeting"
    VISIT = "visit"
    PHONE = "phone"


class ClosingOutcome(StrEnum):
    """How a cooperation leaves the programme."""

    COMPLETED = "completed"
    ABANDONED = "abandoned"
    HANDED_OVER = "handed-over"


class Settlement(StrEnum):
    """What was decided about a request."""

    GRANTED = "granted"
    REFUSED = "refused"


ZoningCode = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,20}$")]
"""The code of a zone, as its source has it: ``QN03104M``."""

InseeCode = Annotated[
    str, StringConstraints(pattern=r"^([0-9]{2}|2[AB])[0-9]{3}$"), BeforeValidator(close_if_text)
]
"""The code of a municipality by INSEE: text, not a number (``01004``, ``2A004``); pasted with blanks or dashes."""


class Zoning(Model):
    """A territory's membership in a zoning (QPV, FRR…), dated by the source that says so.

    Zonings change: QPV 2024 replaced QPV 2015, FRR replaced ZRR on 1 July 2024.
    """

    zoning: Label
    code: ZoningCode | None = None
    source: Label
    source_date: date


class Territory(Model):
    """Where the cooperation takes place."""

    name: Label
    insee_codes: Annotated[tuple[InseeCode, ...], Field(max_length=500)] = ()
    zonings: Annotated[tuple[Zoning, ...], Field(max_length=100)] = ()
    inhabitants: Annotated[int, Field(ge=0, le=100_000_000)] | None = None


class Term(Model):
    """The period of a role; open at the end when ``until`` (last day, inclusive) is missing."""

    since: Day | None = None
    until: Day | None = None


RulebookId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*@[1-9][0-9]{0,5}$")]
"""A version of a programme's rulebook: ``tec@1``."""

Region = Slug
"""A region as the organisation cuts its territory: ``occitanie``, ``paca-corse``."""

Managers = Annotated[tuple[PersonId, ...], Field(min_length=1, max_length=4)]
"""Those in charge of a file, usually a pair (binôme); the first is reminded first."""
