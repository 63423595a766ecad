"""How far a funding is, from its request to its closing: the six steps that every one of them takes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from domain.fundings.conditions import agreement_awaited
from domain.fundings.state import Funding
from domain.reminders.view import FileView
from domain.rulebook import Instrument

CourseStepName = Literal["request", "decision", "agreement", "payments", "reports", "closing"]


@dataclass(frozen=True, slots=True)
class CourseStep:
    """A step: when it was done, or how much of it. ``needed``: whether this funding takes it at all."""

    step: CourseStepName
    done: bool
    at: str | None = None
    reached: int = 0
    of: int = 0
    needed: bool = True
    current: bool = False
    """Whether it is the one that the funding is at."""
    instead: str = ""
    """The status of a request that was refused, deferred or taken back, in the place of its decision."""


def course_of(view: FileView[Funding]) -> tuple[CourseStep, ...]:
    """The steps in their order; none is the current one of a funding that has ended."""
    steps = tuple(_steps(view))
    first = next((one for one in steps if one.needed and not one.done), None)
    if view.file.ended:
        first = None
    return tuple(replace(one, current=one is first) for one in steps)


def _steps(view: FileView[Funding]) -> Iterator[CourseStep]:
    funding, instrument = view.file, view.rulebook.instrument(view.file.instrument)
    yield CourseStep("request", done=True, at=funding.requested_at)
    granted = funding.granted
    yield _decision(funding)
    signed = funding.agreement.signed_at(view.zone) if funding.agreement else None
    needed = bool(signed or (instrument and agreement_awaited(funding, instrument)))
    yield CourseStep("agreement", done=signed is not None, at=signed, needed=needed)
    owed = [one for one in funding.tranches.values() if one.stage != "released"]
    paid = sum(one.stage == "paid" for one in owed)
    yield CourseStep("payments", done=granted is not None and paid == len(owed), reached=paid, of=len(owed))
    accepted, reports = _reports(funding, instrument)
    yield CourseStep(
        "reports",
        done=granted is not None and accepted == reports,
        reached=accepted,
        of=reports,
        needed=reports > 0,
    )
    closed = funding.by_type.get("FundingClosed", ())
    yield CourseStep("closing", done=funding.stage == "closed", at=closed[-1].at if closed else None)


def _decision(funding: Funding) -> CourseStep:
    if funding.granted:
        return CourseStep("decision", done=True, at=funding.granted.at)
    instead = funding.stage if funding.stage in ("refused", "deferred", "withdrawn") else ""
    kind = "FundingWithdrawn" if instead == "withdrawn" else "FundingDeclined"
    told = funding.by_type.get(kind, ()) if instead else ()
    return CourseStep("decision", done=False, at=told[-1].at if told else None, instead=instead)


def _reports(funding: Funding, instrument: Instrument | None) -> tuple[int, int]:
    """How many are accepted, of how many that are owed."""
    owed = [one.report for one in instrument.reports] if instrument else []
    known = (funding.reports.get(one) for one in owed)
    return sum(one is not None and one.stage == "accepted" for one in known), len(owed)
