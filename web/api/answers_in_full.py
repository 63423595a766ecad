"""One file in full as the API answers it: models made of those of its sheet, its line in lists, its request."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, Field, create_model

from domain.fundings.request import FundingRequest
from domain.reviews.events import VoteCounts
from domain.tasks.task import Offered
from projections.envelopes import EnvelopeLine
from projections.fundings import FundingLine
from projections.reviews import ReviewLine
from queries.envelopes import FundingShare
from queries.review_told import MemberTold
from queries.sheet import Sheet, SheetDeadline
from web.api.answers import STRICT, Names, Whole

_ABOUT: dict[str, Any] = {
    "organisation": (str, ...),
    "simulation": (str | None, Field(..., description="What its clock shows, in a simulation.")),
    "as_of": (str | None, None),
    "known_on": (str | None, None),
}


class Act(BaseModel):
    """What the lifecycle does by itself."""

    model_config = STRICT
    act: str
    occurrence: str
    name: Any
    does: str
    state: str
    at: datetime | None
    held_until: Any
    refused: str | None
    sentence: Names
    answer: Mapping[str, Any] | None


class AtGate(BaseModel):
    """What is to be done for an item of the gate."""

    model_config = STRICT
    item: str
    kind: str
    awaits: list[str]
    due_on: date | None
    offers: list[Offered]


class ReviewOfCooperation(ReviewLine):
    """A review beside its cooperation."""

    opens_a_gate: bool


def _fields(model: type[BaseModel], *but: str) -> dict[str, Any]:
    """The fields of another model."""
    return {
        name: (one.annotation, ... if one.is_required() else one.default)
        for name, one in model.model_fields.items()
        if name not in but
    }


CooperationInFull = create_model(
    "CooperationInFull",
    __config__=STRICT,
    **(
        _ABOUT
        | _fields(Sheet, "position", "recorded_at")
        | {
            "reviews": (list[ReviewOfCooperation], ...),
            "fundings": (list[FundingLine], ...),
            "acts": (list[Act], ...),
            "at_gate": (list[AtGate], ...),
        }
    ),
)


class PublicSheet(Whole):
    """What of a cooperation is public, for members of panels."""

    file: str
    public: bool
    name: str
    territory: Any
    region: str
    programme: str
    phase: str
    status: str
    object: str | None
    subjects: Mapping[str, list[Any]]
    grants: list[Mapping[str, Any]]
    reviews: list[ReviewLine]


Cooperation = CooperationInFull | PublicSheet

Review = create_model(
    "Review",
    __config__=STRICT,
    **(
        _ABOUT
        | _fields(ReviewLine)
        | {
            "concludes": (str, ...),
            "chair": (Any, ...),
            "members": (list[MemberTold], ...),
            "votes": (VoteCounts | None, ...),
            "outcome": (Mapping[str, Any] | None, ...),
            "deadlines": (list[SheetDeadline], ...),
            "dossier_readable": (bool, ...),
            "versions": (list[Mapping[str, Any]] | None, ...),
            "minutes": (list[Mapping[str, Any]] | None, ...),
            "opens_a_gate": (bool, ...),
        }
    ),
)

_TOLD = (list[Mapping[str, Any]], ...)
Funding = create_model(
    "Funding",
    __config__=STRICT,
    **(
        _ABOUT
        | _fields(FundingLine)
        | {
            "request": (FundingRequest, ...),
            "dossier": (int, ...),
            "agreement": (Mapping[str, Any] | None, ...),
            "citizens_cents": (int, ...),
            "confirmed": (list[str], ...),
            "deadlines": (list[SheetDeadline], ...),
            "acts": (list[Act], ...),
        }
        | dict.fromkeys(
            (
                *("findings", "decisions", "resubmissions", "conditions", "tranches", "payments"),
                *("reports", "amendments"),
            ),
            _TOLD,
        )
    ),
)

Envelope = create_model(
    "Envelope",
    __config__=STRICT,
    **(
        _ABOUT
        | _fields(EnvelopeLine)
        | {"shares": (list[FundingShare], ...), "movements": (list[Mapping[str, Any]], ...)}
    ),
)
