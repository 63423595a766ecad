"""A document of a cooperation as values: what its reader may see, in sections; ``exports`` writes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.cooperations.gate import ItemStanding
from domain.deadlines.deadline import Deadline
from domain.fundings.state import Funding
from domain.kernel.text import Bilingual
from domain.kernel.values import Phase, Territory
from domain.rulebook import Names, Rulebook, Subject
from language import Text


@dataclass(frozen=True, slots=True)
class EntryTold:
    """An entry of a file, with what the reader may see of its content."""

    file: str
    """The key of the file whose entry it is."""
    type: str
    effective_at: str
    """The moment at which it happened."""
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SheetTold:
    """What holds of the cooperation."""

    name: str
    territory: Territory
    object: str
    rulebook: str
    status: str
    phase: Phase
    phase_name: Names | None
    since: str
    """The moment at which it entered its phase."""
    gate: Sequence[ItemStanding]
    deadlines: Sequence[Deadline]


@dataclass(frozen=True, slots=True)
class Section:
    """What the document says of a subject: the entries that tell of it, unless the sheet or grants do."""

    subject: Subject
    entries: Sequence[EntryTold]


@dataclass(frozen=True, slots=True)
class ReviewTold:
    """What a panel was asked, and what became of it; ``closed`` says why its content is not shown, if it is not."""

    question: Bilingual
    panel: Bilingual
    status: str
    entries: Sequence[EntryTold]
    closed: Text | None


@dataclass(frozen=True, slots=True)
class FundingTold:
    """What money was asked for, and what became of it."""

    instrument: Bilingual
    beneficiary: str
    status: str
    requested_cents: int
    granted_cents: int | None
    paid_cents: int
    entries: Sequence[EntryTold]
    basis: Sequence[Text]
    """What its eligibility was judged on besides the request: by which sources zonings hold."""


@dataclass(frozen=True, slots=True)
class Annexes:
    """What bodies decided and what money moved."""

    decisions: Sequence[EntryTold]
    reviews: Sequence[ReviewTold]
    fundings: Sequence[FundingTold]


@dataclass(frozen=True, slots=True)
class Document:
    """All that is written, in order, and what it takes to tell it."""

    sheet: SheetTold
    rulebook: Rulebook
    sections: Sequence[Section]
    grants: Sequence[Funding]
    """Those that the reader may see."""
    annexes: Annexes | None
    """Of a whole document, for those who may read the file."""
    names: Mapping[str, str]
    """What people are called; nobody in a document for the public."""
    own: Mapping[str, Mapping[str, str]]
    """What files call their own parts, by the key of the file."""
