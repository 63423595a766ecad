"""Events that record what happened in a cooperation."""

from datetime import date
from typing import ClassVar, Literal

from domain.kernel.event import Event
from domain.kernel.moments import Moment
from domain.kernel.prose import Prose
from domain.kernel.values import ContactKind, Entry, Key, Label, Slug


class ContactRecorded(Event):
    """People were in touch."""

    version: ClassVar[int] = 2
    type: Literal["ContactRecorded"] = "ContactRecorded"
    kind: ContactKind
    stakeholders: tuple[Slug, ...]
    occasion: Key | None = None
    note: Prose | None


class DeliverableDelivered(Event):
    """A deliverable of the phase is there."""

    type: Literal["DeliverableDelivered"] = "DeliverableDelivered"
    deliverable: Key
    document: str | None
    note: Prose | None


class GateItemDeclared(Event):
    """An item of the gate was declared met."""

    outdates = True

    type: Literal["GateItemDeclared"] = "GateItemDeclared"
    item: Key
    evidence: tuple[Entry, ...]
    note: Prose | None


class GateItemWaived(Event):
    """An item of the gate was waived."""

    outdates = True

    type: Literal["GateItemWaived"] = "GateItemWaived"
    item: Key
    reason: Prose


class CriterionJudged(Event):
    """A criterion of a gate item was judged; a later judgement replaces an earlier one."""

    outdates = True

    type: Literal["CriterionJudged"] = "CriterionJudged"
    item: Key
    criterion: Key
    met: bool
    note: Prose | None


class ExperimentStarted(Event):
    """An experiment began, to last until a day."""

    type: Literal["ExperimentStarted"] = "ExperimentStarted"
    experiment: Slug
    title: Label
    until: date
    note: Prose | None


class ExperimentClosed(Event):
    """An experiment ended with its finding."""

    type: Literal["ExperimentClosed"] = "ExperimentClosed"
    experiment: Slug
    outcome: Literal["kept", "changed", "dropped"]
    finding: Prose


class QuickWinRecorded(Event):
    """A quick win."""

    type: Literal["QuickWinRecorded"] = "QuickWinRecorded"
    title: Label
    note: Prose | None


class LessonRecorded(Event):
    """A lesson learned."""

    type: Literal["LessonRecorded"] = "LessonRecorded"
    title: Label
    note: Prose | None


class ProblemRecorded(Event):
    """A problem met."""

    type: Literal["ProblemRecorded"] = "ProblemRecorded"
    title: Label
    note: Prose | None


class SolutionRecorded(Event):
    """A solution tried for the problem at entry ``problem``."""

    type: Literal["SolutionRecorded"] = "SolutionRecorded"
    problem: Entry
    title: Label
    solved: bool
    note: Prose | None


class EvaluationRecorded(Event):
    """The cooperation was evaluated on its programme's grid, each item from 0 to 4."""

    type: Literal["EvaluationRecorded"] = "EvaluationRecorded"
    grid: dict[Key, int]
    note: Prose | None


class EntryCorrected(Event):
    """Entry ``entry`` happened at another moment (``happened_at``) or never (``void``).

    ``flags`` are the entries of the decisions that would no longer pass; they stand.
    """

    outdates = True

    type: Literal["EntryCorrected"] = "EntryCorrected"
    entry: Entry
    happened_at: Moment | None
    void: bool
    flags: tuple[Entry, ...]
    reason: Prose
