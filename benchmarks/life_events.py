"""What happens in a benchmark's cooperation, phase by phase, on which day of its life (TEC's rules)."""

from collections.abc import Sequence
from datetime import date

from domain.cooperations.events.file import (
    CharterDrafted,
    CharterSigned,
    CommitmentRecorded,
    CooperationOpened,
    StakeholderAdded,
)
from domain.cooperations.events.lifecycle import (
    CooperationClosed,
    CooperationPaused,
    CooperationResumed,
    PhaseEntered,
)
from domain.cooperations.events.record import (
    ContactRecorded,
    CriterionJudged,
    DeliverableDelivered,
    EvaluationRecorded,
    ExperimentClosed,
    ExperimentStarted,
    GateItemDeclared,
    GateItemWaived,
    LessonRecorded,
    ProblemRecorded,
    QuickWinRecorded,
    SolutionRecorded,
)
from domain.files.events import DeliveryReported, ReminderIssued
from domain.kernel.event import Event
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

Acts = tuple[tuple[int, Sequence[Event]], ...]
"""Days since the life began, each with what happened."""

ACTOR = "p-00000000000a"
OTHER = "p-00000000000b"
NOTE = Prose(text="Compte rendu de la rencontre avec les habitants et les partenaires du projet.")


def _contact() -> Event:
    return ContactRecorded(kind=ContactKind.MEETING, stakeholders=(), occasion=None, note=NOTE)


def _member(key: str, sector: str) -> Event:
    name = "Association de quartier"
    return StakeholderAdded(
        stakeholder=key, name=name, sector=sector, role="Animation", term=Term(), carries_the_money=False
    )


def _declared(item: str) -> Event:
    return GateItemDeclared(item=item, evidence=(), note=NOTE)


def _judged(item: str, criterion: str) -> Event:
    return CriterionJudged(item=item, criterion=criterion, met=True, note=None)


def _delivered(key: str) -> Event:
    return DeliverableDelivered(deliverable=key, document=None, note=NOTE)


def _reminded(occurrence: str, number: int) -> tuple[Event, ...]:
    """A claim and what became of its message."""
    message = f"{number:032x}"
    claim = ReminderIssued(
        occurrence=occurrence,
        rung="due",
        due_on=date(2026, 1, 5),
        recipient=ACTOR,
        role=Role.PROGRAMME_MANAGER,
        late=False,
        message=message,
        calendar="monday-to-friday, FR, holidays 0.109",
    )
    return claim, DeliveryReported(message=message, delivery="sent", code=None)


def _entered(phase: Phase, number: int) -> tuple[Event, ...]:
    return (PhaseEntered(phase=phase, pass_number=number, way="advanced", reason=NOTE),)


def _evaluated() -> Event:
    return EvaluationRecorded(
        grid={"shared_project": 2, "federating_story": 3, "pleasure": 3, "governance": 2, "going_towards": 1},
        note=NOTE,
    )


OPENING = CooperationOpened(
    name="Coopération",
    territory=Territory(name="Vallée", insee_codes=("06163",), inhabitants=12_000),
    region="occitanie",
    object="Menuiserie de réemploi",
    cooperation_type=CooperationType.MODELLED,
    economic_model=EconomicModel.HYBRID,
    origin=Origin.COLLECTIVE_ASKS,
    relayed_from=None,
    rulebook="tec@2",
    managers=(ACTOR, OTHER),
)

EXPLORATION: Acts = (
    (0, (OPENING, PhaseEntered(phase=Phase.EXPLORATION, pass_number=1, way="opened"))),
    (20, (_contact(), _contact(), _member("amae", "association"))),
    (60, (_contact(), _member("residents", "residents"), _declared("qualified_contacts"))),
    (120, (ProblemRecorded(title="Un local à trouver", note=NOTE), _judged("vulnerability", "structural"))),
    (
        150,
        (
            _judged("territory_criteria", "driving_actors"),
            _judged("territory_criteria", "felt_vulnerability"),
        ),
    ),
    (
        160,
        (
            _judged("territory_criteria", "local_strengths"),
            _contact(),
            _member("patrimoine", "social-landlord"),
        ),
    ),
    (335, _reminded("go_decision/p1", 1)),
    (350, (_declared("opinion"), _declared("go"))),
    (355, _entered(Phase.DIAGNOSIS, 2)),
)
DIAGNOSIS: Acts = (
    (380, (_contact(), CommitmentRecorded(party="amae", toward=None, expects=NOTE, brings=NOTE))),
    (450, (_contact(), SolutionRecorded(problem=9, title="Convention d’occupation", solved=True, note=None))),
    (600, _reminded("portrait/p2", 2)),
    (610, (_delivered("portrait"), _contact())),
    (660, (CharterDrafted(document=None, note=NOTE), _contact())),
    (690, _reminded("charter/p2", 3)),
    (
        700,
        (CharterSigned(draft=29, signatories=("amae", "residents"), until=None), _delivered("action_plan")),
    ),
    (710, (GateItemWaived(item="roles_and_governance", reason=NOTE),)),
    (715, _entered(Phase.EXPERIMENTATION, 3)),
)
EXPERIMENTATION: Acts = (
    (
        730,
        (
            ExperimentStarted(experiment="atelier", title="Atelier", until=date(2023, 9, 30), note=NOTE),
            _contact(),
        ),
    ),
    (800, (QuickWinRecorded(title="Une fête de quartier", note=NOTE), _contact())),
    (880, (*_reminded("evaluation/e36", 4), _evaluated())),
    (900, (CooperationPaused(reason=NOTE),)),
    (960, (CooperationResumed(reason=NOTE), _contact())),
    (1000, (LessonRecorded(title="Commencer par une victoire rapide", note=NOTE), _contact())),
    (1060, (*_reminded("evaluation/e43", 5), _evaluated())),
    (1090, (ExperimentClosed(experiment="atelier", outcome="kept", finding=NOTE),)),
    (1180, (*_reminded("inactivity/e48", 6), _contact(), _evaluated())),
    (1250, _entered(Phase.CAPITALISATION, 4)),
)
CAPITALISATION: Acts = (
    (1270, (_contact(), LessonRecorded(title="Laisser du temps", note=NOTE))),
    (1330, (_delivered("balance"), *_reminded("balance/p4", 7))),
    (1360, (_delivered("publication"), _declared("relay"), _contact())),
    (
        1370,
        (CooperationClosed(outcome=ClosingOutcome.COMPLETED, handed_to=None, gate=(), reason=NOTE),),
    ),
)
