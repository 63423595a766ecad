"""Commands that record what happened in a cooperation: contacts, deliverables, learning, corrections."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from domain.cooperations.commands.base import RecordCommand
from domain.kernel.moments import Moment
from domain.kernel.prose import ClearProse
from domain.kernel.values import ContactKind, Day, Entry, Key, Label, Slug


class RecordContact(RecordCommand):
    """Record a meeting, a visit or a phone contact."""

    type: Literal["RecordContact"]
    kind: ContactKind
    stakeholders: Annotated[tuple[Slug, ...], Field(max_length=200)] = ()
    occasion: Key | None = None
    """The kind of occasion that the programme counts: a session, a seminar."""
    note: ClearProse | None = None


class DeliverDeliverable(RecordCommand):
    """Record that a deliverable of the present phase is there."""

    type: Literal["DeliverDeliverable"]
    deliverable: Key
    document: Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")] | None = None
    note: ClearProse | None = None


class DeclareGateItem(RecordCommand):
    """Declare that an item of the present phase's gate is met, on what evidence."""

    by_those_in_charge = False

    type: Literal["DeclareGateItem"]
    item: Key
    evidence: Annotated[tuple[Entry, ...], Field(max_length=50)] = ()
    """The entries of this file that show it."""
    note: ClearProse | None = None


class WaiveGateItem(RecordCommand):
    """Let the phase be passed without an item of its gate, for a reason."""

    by_those_in_charge = False

    type: Literal["WaiveGateItem"]
    item: Key
    reason: ClearProse


class JudgeCriterion(RecordCommand):
    """Judge one criterion of a gate item that asks for k of n; a later judgement replaces an earlier one."""

    by_those_in_charge = False

    type: Literal["JudgeCriterion"]
    item: Key
    criterion: Key
    met: bool
    note: ClearProse | None = None


class StartExperiment(RecordCommand):
    """Begin an experiment on the territory, until a day."""

    type: Literal["StartExperiment"]
    experiment: Slug
    title: Label
    until: Day
    note: ClearProse | None = None


class CloseExperiment(RecordCommand):
    """Close an experiment with its finding: what is kept of it, changed or dropped."""

    type: Literal["CloseExperiment"]
    experiment: Slug
    outcome: Literal["kept", "changed", "dropped"]
    finding: ClearProse


class RecordQuickWin(RecordCommand):
    """Record a quick win (victoire rapide)."""

    type: Literal["RecordQuickWin"]
    title: Label
    note: ClearProse | None = None


class RecordLesson(RecordCommand):
    """Record a lesson learned."""

    type: Literal["RecordLesson"]
    title: Label
    note: ClearProse | None = None


class RecordProblem(RecordCommand):
    """Record a problem met; solutions tried point at it."""

    type: Literal["RecordProblem"]
    title: Label
    note: ClearProse | None = None


class RecordSolution(RecordCommand):
    """Record a solution that was tried for a problem, and whether it solved it."""

    type: Literal["RecordSolution"]
    problem: Entry
    """The entry that recorded the problem."""
    title: Label
    solved: bool
    note: ClearProse | None = None


class RecordEvaluation(RecordCommand):
    """Record an evaluation of the cooperation on the programme's grid of maturity items, each from 0 to 4."""

    type: Literal["RecordEvaluation"]
    grid: Annotated[dict[Key, Annotated[int, Field(ge=0, le=4)]], Field(min_length=1, max_length=50)]
    note: ClearProse | None = None


class CorrectEntry(RecordCommand):
    """Correct an earlier entry: what it says happened at another moment, or did not happen at all.

    The entry stays; a new event points at it. No decision is reversed; those that would no longer pass are
    flagged.
    """

    also_when_closed = True
    told_to_reviews_and_fundings = True

    type: Literal["CorrectEntry"]
    entry: Entry
    happened_at: Moment | None = None
    """When it really happened."""
    void: bool = False
    """True when it never happened."""
    reason: ClearProse
