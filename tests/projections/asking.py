"""Given reviews and fundings: events as the rules would record them."""

from datetime import date
from typing import Any

from domain.cooperations.events.told import FundingAsked, ReviewAsked
from domain.fundings.events.requests import (
    AgreementPrepared,
    AgreementSigned,
    EligibilityAssessed,
    FundingGranted,
    FundingRequested,
)
from domain.fundings.request import Allocation, EligibilityFinding, FundingRequest, Instalment, Party
from domain.kernel.event import Event
from domain.kernel.values import Role
from domain.reviews.events import (
    InterestsDeclared,
    Invited,
    OpinionDelegated,
    OpinionGiven,
    ReviewCancelled,
    ReviewOpened,
)
from domain.reviews.proposal import Condition
from tests.projections.making import ANNA, REASON, Writer

FILE = "cooperation:bafapatabor"
REVIEW, FUNDING = "review:avis", "funding:aide"
ENVELOPE = "tec/grant/2026"


def opened(*members: str, **more: Any) -> ReviewOpened:
    """The jury is asked."""
    given: dict[str, Any] = {
        "cooperation": "bafapatabor",
        "name": "Bafapatabor",
        "region": "occitanie",
        "managers": (ANNA,),
        "rulebook": "tec@1",
        "pass_number": 1,
        "question": "opinion",
        "panel": "small_jury",
        "funding": None,
        "amendment": None,
        "members": tuple(Invited(person=one, role=Role.JURY) for one in members),
        "documents": (),
        "rests_on": 2,
        "note": REASON,
        "resubmits": None,
        "answers": {},
    }
    return ReviewOpened(**given | more)


def declared(member: str, *, conflict: bool = False) -> InterestsDeclared:
    """Somebody says whether they have a conflict of interest."""
    return InterestsDeclared(member=member, conflict=conflict, reason=REASON if conflict else None)


def opinion(member: str, verdict: str, dossier: int = 1) -> Event:
    """An opinion is given."""
    given = {"member": member, "opinion": verdict, "dossier": dossier, "scores": {}, "points": ()}
    return OpinionGiven.model_validate(given | dict.fromkeys(("conditions", "reasons", "would_change")))


def delegated(member: str, to: str, until: date) -> OpinionDelegated:
    """Somebody stands in for a member, until the end of a day."""
    return OpinionDelegated(member=member, to=to, until=until, reason=REASON)


def cancelled() -> ReviewCancelled:
    """The jury is no longer asked."""
    return ReviewCancelled(cause="taken-back", reason=REASON)


async def asked(writer: Writer, *members: str, at: str = "2026-03-02", **more: Any) -> None:
    """The jury is asked, and the cooperation hears of it."""
    await writer.record(REVIEW, opened(*members, **more), effective_at=at)
    heard = ReviewAsked(review="avis", question="opinion", funding=None, resubmits=None)
    await writer.record(FILE, heard, effective_at=at)


def asks(cents: int = 1_500_000, **more: Any) -> FundingRequested:
    """Money is asked for."""
    request = FundingRequest.model_validate(
        {
            "instrument": "grant",
            "amount_cents": cents,
            "since": date(2026, 4, 1),
            "until": date(2027, 3, 31),
            "beneficiary": {"kind": "association", "name": "Les Rives", "identifier": "w123456789"},
            "plan": ({"expense": "work", "label": "Travail", "cents": cents},),
        }
    )
    given: dict[str, Any] = {
        "cooperation": "bafapatabor",
        "name": "Bafapatabor",
        "region": "occitanie",
        "managers": (ANNA,),
        "rulebook": "tec@1",
        "pass_number": 1,
        "request": request,
        "note": None,
    }
    return FundingRequested(**given | more)


async def requested(writer: Writer, cents: int = 1_500_000, at: str = "2026-03-02") -> None:
    """Money is asked for by Anna, and the cooperation hears of it."""
    held = EligibilityFinding(rule="amount", holds=True)
    judged = EligibilityAssessed(dossier=1, as_of=date(2026, 3, 2), findings=(held,))
    await writer.record(FUNDING, asks(cents), judged, effective_at=at)
    await writer.record(FILE, FundingAsked(funding="aide", instrument="grant"), effective_at=at)


def granted(cents: int = 1_500_000) -> FundingGranted:
    """The money is granted, in two tranches, on one condition."""
    half = cents // 2
    return FundingGranted(
        amount_cents=cents,
        circuit="ordinary",
        body="board",
        dossier=1,
        conditions=(Condition(condition="premises", label="Un local", due=date(2026, 9, 1)),),
        schedule=(
            Instalment(tranche="advance", cents=half),
            Instalment(tranche="balance", cents=cents - half),
        ),
        allocations=(Allocation(envelopes=(ENVELOPE,), cents=cents),),
        review=None,
        reasons=None,
    )


def agreement(*parties: str) -> AgreementPrepared:
    """An agreement is laid down."""
    return AgreementPrepared(
        parties=tuple(Party(party=one, name=one.title()) for one in parties),
        since=date(2026, 4, 1),
        until=date(2027, 3, 31),
        contributions=(),
        clauses=(),
        document=None,
    )


def signed(party: str, *, complete: bool = False) -> AgreementSigned:
    """A party signs."""
    return AgreementSigned(party=party, complete=complete)
