"""What may have happened in the tests' cooperation, in short."""

from datetime import date
from typing import Any

from domain.cooperations.events.calls import ApplicationDeclined, ApplicationResubmitted, ApplicationSelected
from domain.cooperations.events.file import (
    CharterDrafted,
    CharterSigned,
    CommitmentRecorded,
    ContributionRecorded,
    CooperationOpened,
    StakeholderAdded,
)
from domain.cooperations.events.lifecycle import (
    AbandonmentRequested,
    CooperationClosed,
    CooperationPaused,
    CooperationResumed,
    PhaseEntered,
)
from domain.cooperations.events.record import (
    ContactRecorded,
    CriterionJudged,
    DeliverableDelivered,
    EntryCorrected,
    EvaluationRecorded,
    GateItemDeclared,
    GateItemWaived,
    LessonRecorded,
    ProblemRecorded,
    QuickWinRecorded,
)
from domain.files.events import DeadlineExtended, ReminderIssued
from domain.kernel.prose import Prose
from domain.kernel.values import (
    ClosingOutcome,
    ContactKind,
    CooperationType,
    EconomicModel,
    Origin,
    Phase,
    Role,
    Term,
    Territory,
)
from tests.domain.rules import RULES
from tests.domain.sample_people import ELECTED, MANAGER, REGION

WHY = Prose(text="Parce que.")
MESSAGE = "0" * 32

SHEET: dict[str, Any] = {
    "name": "Rives en commun",
    "territory": {"name": "Les rives", "insee_codes": ["31555"]},
    "region": REGION,
    "object": "Une menuiserie du réemploi",
    "cooperation_type": "non-modelled",
    "economic_model": "hybrid",
    "origin": "residents-call",
    "programme": "essai",
    "managers": [MANAGER, ELECTED],
}
"""What opens the tests' cooperation."""


def opened(**changes: Any) -> CooperationOpened:
    """The file was opened as the sheet says."""
    said: dict[str, Any] = {
        "name": "Rives en commun",
        "territory": Territory(name="Les rives", insee_codes=("31555",)),
        "region": REGION,
        "object": "Une menuiserie du réemploi",
        "cooperation_type": CooperationType.NON_MODELLED,
        "economic_model": EconomicModel.HYBRID,
        "origin": Origin.RESIDENTS_CALL,
        "relayed_from": None,
        "rulebook": RULES.id,
        "managers": (MANAGER, ELECTED),
    }
    return CooperationOpened(**{**said, **changes})


def entered(phase: Phase, number: int, way: Any = "advanced", **more: Any) -> PhaseEntered:
    """A pass of a phase began."""
    return PhaseEntered(phase=phase, pass_number=number, way=way, **more)


BEGUN = (opened(), entered(Phase.EXPLORATION, 1, "opened"))
"""Entries 1 and 2: a file in its first phase."""


def reached(*phases: Phase) -> tuple[Any, ...]:
    """A file that has advanced through these phases, one entry each after the first two."""
    return (*BEGUN, *(entered(phase, number) for number, phase in enumerate(phases, start=2)))


IN_DIAGNOSIS = reached(Phase.DIAGNOSIS)
IN_EXPERIMENTATION = reached(Phase.DIAGNOSIS, Phase.EXPERIMENTATION)
IN_CAPITALISATION = reached(Phase.DIAGNOSIS, Phase.EXPERIMENTATION, Phase.CAPITALISATION)


def member(key: str, term: Term | None = None, *, carries: bool = False) -> StakeholderAdded:
    """A stakeholder joined."""
    return StakeholderAdded(
        stakeholder=key,
        name=key.title(),
        sector="association",
        role="Animation",
        term=term or Term(),
        carries_the_money=carries,
    )


def contact() -> ContactRecorded:
    """A phone contact."""
    return ContactRecorded(kind=ContactKind.PHONE, stakeholders=(), note=None)


def delivered(key: str) -> DeliverableDelivered:
    """A deliverable came."""
    return DeliverableDelivered(deliverable=key, document=None, note=None)


def declared(key: str, *evidence: int) -> GateItemDeclared:
    """A gate item was declared met."""
    return GateItemDeclared(item=key, evidence=evidence, note=None)


def waived(key: str) -> GateItemWaived:
    """A gate item was waived."""
    return GateItemWaived(item=key, reason=WHY)


def quick_win() -> QuickWinRecorded:
    """A quick win."""
    return QuickWinRecorded(title="Une fête", note=None)


def lesson() -> LessonRecorded:
    """A lesson."""
    return LessonRecorded(title="Prendre le temps", note=None)


def problem() -> ProblemRecorded:
    """A problem."""
    return ProblemRecorded(title="Les gens partent", note=None)


def evaluated() -> EvaluationRecorded:
    """An evaluation on the whole grid."""
    return EvaluationRecorded(grid={"story": 2, "pleasure": 3}, note=None)


def drafted() -> CharterDrafted:
    """A draft of the charter."""
    return CharterDrafted(document=None, note=None)


def signed(draft: int, until: date | None = None) -> CharterSigned:
    """The charter was signed."""
    return CharterSigned(draft=draft, signatories=("amae", "egraine"), until=until)


def commitment(toward: str | None = None, brings: str = "Du temps") -> CommitmentRecorded:
    """A line of the table of commitments."""
    return CommitmentRecorded(
        party="amae", toward=toward, expects=Prose(text="Un lieu"), brings=Prose(text=brings)
    )


def corrected(entry: int, happened_at: str | None = None, *flags: int) -> EntryCorrected:
    """An entry was put right; without a moment, it never happened."""
    void = happened_at is None
    return EntryCorrected(entry=entry, happened_at=happened_at, void=void, flags=flags, reason=WHY)


def extended(deadline: str, occurrence: str, until: date) -> DeadlineExtended:
    """A deadline was given more time."""
    return DeadlineExtended(deadline=deadline, occurrence=occurrence, until=until, reason=WHY)


def reminded(occurrence: str, rung: str, message: str = MESSAGE) -> ReminderIssued:
    """A reminder went out to the manager."""
    return ReminderIssued(
        occurrence=occurrence,
        rung=rung,
        due_on=date(2027, 1, 5),
        recipient=MANAGER,
        role=Role.PROGRAMME_MANAGER,
        late=False,
        message=message,
        calendar=RULES.calendar.name,
    )


PAUSED = CooperationPaused(reason=WHY)
RESUMED = CooperationResumed(reason=WHY)
ABANDONMENT_ASKED = AbandonmentRequested(reason=WHY)
HANDED_OVER = CooperationClosed(outcome=ClosingOutcome.HANDED_OVER, handed_to="La ville", gate=(), reason=WHY)


def brought(kind: Any, cents: int | None = None, hours: int | None = None) -> ContributionRecorded:
    """A member brings something."""
    return ContributionRecorded(
        stakeholder="amae", kind=kind, what="Un atelier", amount_cents=cents, hours=hours
    )


def judged(*, met: bool) -> CriterionJudged:
    """The territory was judged rural, or not."""
    return CriterionJudged(item="territory", criterion="rural", met=met, note=None)


def applied(call: str = "toujours") -> tuple[CooperationOpened, PhaseEntered]:
    """Entries 1 and 2: a file that answers a call."""
    return opened(call=call), entered(Phase.EXPLORATION, 1, "opened")


def selected(stage: str) -> ApplicationSelected:
    """The application reached a stage of its funnel."""
    return ApplicationSelected(stage=stage, note=None)


DECLINED = ApplicationDeclined(points=("no_residents", "no_place"), reasons=WHY, would_change=WHY)
RESUBMITTED = ApplicationResubmitted(answers={"no_residents": WHY, "no_place": WHY})
