"""A task as a row: it says from when it shows and to whom, so that it needs no clock."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

from domain.kernel.model import Model
from domain.kernel.text import Bilingual, both

Kind = Literal[
    "gate-item",
    "gate-complete",
    "review-to-ask",
    "funding-to-ask",
    "awaited",
    "completion",
    "asleep",
    "deadline",
    "asked",
    "by-hand",
    "role-to-give",
    "stopped",
    "escalation",
    "abandonment",
    "delivery-unknown",
    "delivery-failed",
    "flagged-decision",
    "interests",
    "opinion",
    "confirmation",
    "conclusion",
    "quorum",
    "vacant-seat",
    "decision",
    "resubmission",
    "amendment",
    "agreement",
    "signature",
    "condition",
    "co-funding",
    "charter",
    "tranche",
    "approval",
    "payment-order",
    "payment",
    "report",
    "report-acceptance",
    "refund",
    "closing",
    "bank-details",
    "twins",
    "webhook-stopped",
]

EVERYWHERE = "*"
"""No region: where a task names it, only roles that are held for all regions count."""


class Offered(Model):
    """A command that answers a task, by its name, and those of its fields that are known already."""

    command: str
    fields: Mapping[str, str | int] = {}

    def __hash__(self) -> int:
        """Tasks are collected in sets."""
        return hash((self.command, *self.fields.items()))


class TaskLine(Model):
    """Something that waits, ``since`` when, for those of ``persons`` who hold one of ``roles`` in the region.

    Where no persons are named, for all who hold one; where no roles are, for the persons.

    ``file`` is the key of a file, or the stream of bank details. ``subject`` is the gate item, the phase, the question,
    the deadline's occurrence, the message, the entry to look at, the member, tranche, report, condition, co-funder,
    party or payment; of twins, both ids; of who is told nothing any more, the subscription.
    """

    file: str
    kind: Kind
    subject: str
    name_fr: str | None = None
    name_en: str | None = None
    since: datetime
    zone: str
    """In which the days of what it is about begin and end."""
    due_on: date | None = None
    overdue_from: datetime | None = None
    region: str | None
    """None: roles count wherever they are held; EVERYWHERE: those held for all regions."""
    persons: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    except_for: tuple[str, ...] = ()
    """Those whom it does not wait for, whatever their roles: it is about their own proposal."""
    ends_at: datetime | None = None
    """From when on it waits for somebody else: for another occurrence, or once a delegation is over."""
    of_fr: str | None = None
    of_en: str | None = None
    awaits: tuple[str, ...] = ()
    """The keys of the files in which what is awaited is done: it waits for whomever something waits for there."""
    unless_holds: tuple[str, ...] = ()
    """A person, a role and a region (wherever, if none): it waits only while they do not hold that role there."""
    offers: tuple[Offered, ...] = ()
    """The commands that answer it, the one that is proposed first; none where it only tells."""

    @property
    def name(self) -> Bilingual | None:
        """What it is about, where that has a name."""
        return both(self.name_fr, self.name_en)

    @property
    def of(self) -> Bilingual | None:
        """The panel or the instrument that is asked, where one is."""
        return both(self.of_fr, self.of_en)


class Task(TaskLine):
    """A task as it stands at an instant. ``waits_for`` are the persons whom it waits for then."""

    cooperation: str = ""
    """The id of the cooperation that its file is, or belongs to; empty: it is about none."""
    file_name: str = ""
    """What that cooperation is called."""
    overdue: bool
    waits_for: tuple[str, ...]
    why_fr: str | None = None
    why_en: str | None = None
    stranded: bool = False
    """Whether nobody is left who could do it, so that it waits for administrators to change that."""

    @property
    def why(self) -> Bilingual | None:
        """Why the service could not do by itself what people are to do by hand."""
        return both(self.why_fr, self.why_en)
