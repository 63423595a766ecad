"""A task as a row: it says from when it shows and to whom, so that it needs no clock."""

from datetime import date, datetime
from typing import Literal

from domain.kernel.model import Model
from domain.kernel.text import Bilingual, both

Kind = Literal[
    "gate-item",
    "deadline",
    "escalation",
    "abandonment",
    "delivery-unknown",
    "delivery-failed",
    "flagged-decision",
    "interests",
    "opinion",
    "confirmation",
    "conclusion",
    "decision",
    "amendment",
    "signature",
    "condition",
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
]


class TaskLine(Model):
    """Something that waits, ``since`` when, for those of ``persons`` who hold one of ``roles`` in the region.

    Where no persons are named, for all who hold one; where no roles are, for the persons.

    ``file`` is the key of a file, or the stream of bank details. ``subject`` is the gate item, the deadline's
    occurrence, the message, the entry to look at, the member, tranche, report, condition, party or payment;
    of twins, both ids.
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
    """None: roles count wherever they are held."""
    persons: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    except_for: tuple[str, ...] = ()
    """Those whom it does not wait for, whatever their roles: it is about their own proposal."""
    ends_at: datetime | None = None
    """From when on it waits for somebody else: for another occurrence, or once a delegation is over."""

    @property
    def name(self) -> Bilingual | None:
        """What it is about, where that has a name."""
        return both(self.name_fr, self.name_en)


class Task(TaskLine):
    """A task as it stands at an instant. ``waits_for`` are the persons whom it waits for then."""

    overdue: bool
    waits_for: tuple[str, ...]
    stranded: bool = False
    """Whether nobody is left who could do it, so that it waits for administrators to change that."""
