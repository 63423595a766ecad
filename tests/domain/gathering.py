"""What gates look at, in short, and rulebooks whose first gate asks for one thing."""

from datetime import date
from typing import Any

from domain.cooperations.events.calls import ApplicationDeclined, ApplicationResubmitted
from domain.cooperations.events.file import (
    AwaitedFileMoved,
    CharterSigned,
    ContributionRecorded,
    FileAwaited,
    SheetEdited,
    StakeholderAdded,
)
from domain.cooperations.events.record import (
    ContactRecorded,
    CriterionJudged,
    ExperimentClosed,
    ExperimentStarted,
)
from domain.kernel.values import ContactKind, Phase, Sector, Term, Territory
from domain.rulebook import Rulebook
from tests.domain.rules import rulebook
from tests.domain.vocabulary import WHY, entered, opened

NAMES = {"fr": "Nom", "en": "Name"}
CRITERIA: dict[str, Any] = {"rule": "criteria", "of": {"a": NAMES, "b": NAMES, "c": NAMES}, "at_least": 2}
SESSIONS: dict[str, Any] = {"rule": "occasions", "occasion": "session", "at_least": 2, "at_most": 3}
CHARTER: dict[str, Any] = {"rule": "charter", "term": "P3Y", "signed_by": ["authority"]}
AWAITING = (FileAwaited(awaited="nord"), FileAwaited(awaited="sud"))
APPLIED = (opened(call="appel"), entered(Phase.EXPLORATION, 1, "opened"))
DECLINED = ApplicationDeclined(points=("no_residents",), reasons=WHY, would_change=WHY)
RESUBMITTED = ApplicationResubmitted(answers={"no_residents": WHY})


def asking(needs: dict[str, Any]) -> Rulebook:
    """A rulebook whose first gate has one item, ``it``, that needs this; and a funnel of two stages."""
    item = {"item": "it", "name": NAMES, "needs": needs}
    other = {"item": "other", "name": NAMES, "needs": {"rule": "quick-wins", "at_least": 1}}
    third = {"item": "third", "name": NAMES, "needs": {"rule": "lessons", "at_least": 1}}
    funnel = [{"stage": key, "name": NAMES, "by": ["jury"]} for key in ("shortlisted", "supported")]
    call = {"call": "appel", "name": NAMES, "kind": "permanent"}
    return rulebook(
        phases={"exploration": {"name": NAMES, "gate": [item, other, third]}},
        occasions={"session": NAMES},
        calls={"calls": [call], "funnel": funnel},
        deadlines=[],
    )


def member(key: str, sector: Sector = Sector.ASSOCIATION) -> StakeholderAdded:
    """A stakeholder of a sector joined."""
    return StakeholderAdded(
        stakeholder=key, name=key, sector=sector, role="Rôle", term=Term(), carries_the_money=False
    )


def judged(criterion: str, *, met: bool = True) -> CriterionJudged:
    """A criterion was judged."""
    return CriterionJudged(item="it", criterion=criterion, met=met, note=None)


def session(occasion: str | None = "session") -> ContactRecorded:
    """People met on an occasion."""
    return ContactRecorded(kind=ContactKind.MEETING, stakeholders=(), occasion=occasion, note=None)


def brought(kind: Any) -> ContributionRecorded:
    """A stakeholder brought something."""
    return ContributionRecorded(stakeholder="amae", kind=kind, what="Du temps", amount_cents=100, hours=None)


def begun(key: str) -> ExperimentStarted:
    """An experiment began."""
    return ExperimentStarted(experiment=key, title="Essai", until=date(2026, 12, 31), note=None)


def found(key: str) -> ExperimentClosed:
    """An experiment ended."""
    return ExperimentClosed(experiment=key, outcome="kept", finding=WHY)


def signed(draft: int, until: date | None, *signatories: str) -> CharterSigned:
    """A charter was signed."""
    return CharterSigned(draft=draft, signatories=signatories, until=until)


def moved(file: str, phase: Phase, *, completed: bool = False) -> AwaitedFileMoved:
    """An awaited file moved."""
    return AwaitedFileMoved(awaited=file, phase=phase, completed=completed)


def inhabited(number: int | None) -> SheetEdited:
    """The sheet says how many live there."""
    return SheetEdited(territory=Territory(name="La vallée", inhabitants=number))
