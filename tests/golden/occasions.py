"""One event of each type with all its fields filled in: what the samples of the present versions were made from."""

from datetime import date

from pydantic import JsonValue

from domain.cooperations.events.calls import (
    ApplicationDeclined,
    ApplicationResubmitted,
    ApplicationSelected,
    CompletionAsked,
    CompletionReceived,
)
from domain.cooperations.events.file import (
    AwaitedFileMoved,
    CharterDrafted,
    CharterSigned,
    CommitmentRecorded,
    ContributionRecorded,
    CooperationImported,
    CooperationOpened,
    FileAwaited,
    FileAwaitedBy,
    ManagersChanged,
    RulebookChanged,
    SheetEdited,
    StakeholderAdded,
    StakeholderChanged,
    StakeholderRetired,
)
from domain.cooperations.events.lifecycle import (
    AbandonmentRequested,
    AbandonmentSettled,
    AbandonmentWithdrawn,
    CooperationClosed,
    CooperationPaused,
    CooperationReopened,
    CooperationResumed,
    PhaseEntered,
)
from domain.cooperations.events.past import PastFundingRecorded, PastReviewRecorded
from domain.cooperations.events.record import (
    ContactRecorded,
    CriterionJudged,
    DeliverableDelivered,
    EntryCorrected,
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
from domain.files.entries import GateItemHeld
from domain.files.events import (
    DeadlineExtended,
    DeliveryReported,
    DeliverySettled,
    ReminderIssued,
    ReminderOvertaken,
    SilenceCounted,
)
from domain.kernel.ledger import LedgerKind
from domain.kernel.prose import Prose
from domain.kernel.values import (
    ClosingOutcome,
    ContactKind,
    CooperationType,
    EconomicModel,
    Language,
    Origin,
    Phase,
    Role,
    Settlement,
    Term,
    Territory,
    Zoning,
)
from domain.people.events import (
    FilesHandedOver,
    OrganisationFounded,
    OutageRecorded,
    PersonChanged,
    PersonRegistered,
    RegionNamed,
    RoleGranted,
    RoleRevoked,
    RulebookAdopted,
    RulebookPublished,
)
from domain.registry.events import AnyEvent
from domain.reviews.events import ReviewHeard
from tests.golden.occasions_of_acts import ACTS
from tests.golden.occasions_of_money import MONEY
from tests.golden.occasions_of_reviews import REVIEWS

_NOTE = Prose(text="Noté « à chaud » — élan, épuisement, 🌱.")
_ADA, _LOU = "p-0123456789ab", "p-ba9876543210"
_DOCUMENT = "sha256:" + "0a" * 32
_MESSAGE = "5e" * 16
_HELD = (
    GateItemHeld(item="go", held="met", entries=(3, 5)),
    GateItemHeld(item="opinion", held="waived", entries=(4,)),
)
_TERM = Term(since=date(2026, 1, 1), until=date(2026, 12, 31))
_TERRITORY = Territory(
    name="Quartier Noailles, Marseille",
    insee_codes=("13055", "2A004"),
    zonings=(Zoning(zoning="QPV 2024", code="QN01301M", source="ANCT", source_date=date(2024, 1, 1)),),
    inhabitants=14_000,
)
_RULEBOOK: dict[str, JsonValue] = {
    "programme": "exemple",
    "version": 2,
    "name": {"fr": "Exemple", "en": "Example"},
    "source": "Made for the samples.",
    "phases": {"exploration": {"name": {"fr": "Émergence", "en": "Emergence"}}},
    "ladders": {},
    "settles_abandonment": ["board"],
    "waives": ["jury"],
}

OCCASIONS: tuple[AnyEvent, ...] = (
    OrganisationFounded(name="Fondation d’exemple", kind=LedgerKind.SIMULATION, zone=None),
    PersonRegistered(
        person=_ADA,
        name=Prose(text="Ada Élie"),
        email=Prose(text="ada@example.org"),
        language=Language.ENGLISH,
    ),
    RoleGranted(
        grant="role/1",
        person=_ADA,
        role=Role.ACCOMPANYING_ORGANISATION,
        region="paca-corse",
        since=date(2026, 1, 1),
        until=date(2028, 12, 31),
    ),
    RoleRevoked(grant="role/1", reason=_NOTE),
    FilesHandedOver(from_person=_ADA, to_person=_LOU, files=("noailles", "citees"), reason=_NOTE),
    CooperationOpened(
        name="Noailles",
        territory=_TERRITORY,
        region="paca-corse",
        object="Vivre ensemble après l’effondrement",
        cooperation_type=CooperationType.NON_MODELLED,
        economic_model=EconomicModel.NON_MARKET,
        origin=Origin.PROGRAMME_RELAY,
        relayed_from="Mine d’idées",
        rulebook="tec@1",
        call="printemps",
        managers=(_ADA, _LOU),
    ),
    CooperationImported(entries=12, at="2026-11-23T09:00:00Z"),
    PhaseEntered(phase=Phase.DIAGNOSIS, pass_number=2, way="advanced", gate=_HELD, reason=_NOTE),
    SheetEdited(
        name="Noailles en commun",
        territory=_TERRITORY,
        object="Habiter",
        cooperation_type=CooperationType.SYSTEMIC,
        economic_model=EconomicModel.HYBRID,
    ),
    ManagersChanged(managers=(_LOU,), reason=_NOTE),
    StakeholderAdded(
        stakeholder="amae",
        name="AMAE",
        sector="association",
        role="Formation technique",
        term=_TERM,
        carries_the_money=True,
    ),
    StakeholderChanged(stakeholder="amae", role="Coordination", term=Term(), carries_the_money=False),
    StakeholderRetired(stakeholder="amae", reason=_NOTE),
    CommitmentRecorded(party="amae", toward="la-ville", expects=Prose(text="Un lieu"), brings=_NOTE),
    CharterDrafted(document=_DOCUMENT, note=_NOTE),
    CharterSigned(draft=7, signatories=("amae", "la-ville"), until=date(2029, 6, 30)),
    ContactRecorded(kind=ContactKind.VISIT, stakeholders=("amae",), occasion="session", note=_NOTE),
    DeliverableDelivered(deliverable="portrait", document=_DOCUMENT, note=_NOTE),
    GateItemDeclared(item="go", evidence=(3, 5), note=_NOTE),
    GateItemWaived(item="opinion", reason=_NOTE),
    QuickWinRecorded(title="Une fête", note=_NOTE),
    LessonRecorded(title="Prendre le temps", note=_NOTE),
    ProblemRecorded(title="Les gens partent", note=_NOTE),
    SolutionRecorded(problem=9, title="Un tuilage", solved=False, note=_NOTE),
    EvaluationRecorded(grid={"pleasure": 4, "governance": 0}, note=_NOTE),
    EntryCorrected(entry=3, happened_at="2023-12", void=False, flags=(8,), reason=_NOTE),
    DeadlineExtended(deadline="portrait", occurrence="portrait/p2", until=date(2027, 6, 30), reason=_NOTE),
    CooperationPaused(reason=_NOTE),
    CooperationResumed(reason=_NOTE),
    AbandonmentRequested(reason=_NOTE),
    AbandonmentWithdrawn(reason=_NOTE),
    AbandonmentSettled(settlement=Settlement.REFUSED, reason=_NOTE),
    CooperationClosed(
        outcome=ClosingOutcome.HANDED_OVER, handed_to="La ville de Marseille", gate=_HELD, reason=_NOTE
    ),
    CooperationReopened(reason=_NOTE),
    ReminderIssued(
        occurrence="portrait/p2/x1",
        rung="escalation",
        due_on=date(2027, 6, 30),
        recipient=_ADA,
        role=Role.ELECTED_REPRESENTATIVE,
        late=True,
        message=_MESSAGE,
        calendar="monday-to-friday, FR, holidays 0.109",
    ),
    ReminderOvertaken(occurrence="portrait/p2/x1", rung="due", by="escalation"),
    DeliveryReported(message=_MESSAGE, delivery="failed", code="550"),
    DeliverySettled(message=_MESSAGE, decision="resend", reason=_NOTE),
    RulebookPublished(
        programme="exemple", number=2, digest="sha256:" + "0b" * 32, rulebook=_RULEBOOK, reason=_NOTE
    ),
    OutageRecorded(since="2026-11-23T09:00:00Z", until="2026-11-23T17:30:00Z"),
    RulebookChanged(
        rulebook="fondation-des-lumieres@1", previous="mine-d-idees@1", way="relay", reason=_NOTE
    ),
    ApplicationSelected(stage="shortlisted", note=_NOTE),
    ApplicationDeclined(points=("no_residents", "no_place"), reasons=_NOTE, would_change=_NOTE),
    ApplicationResubmitted(answers={"no_residents": _NOTE, "no_place": Prose(text="Un lieu est prêté.")}),
    CompletionAsked(what=_NOTE),
    CompletionReceived(note=_NOTE),
    ContributionRecorded(
        stakeholder="amae", kind="in-kind", what="Un atelier", amount_cents=150_000, hours=40
    ),
    CriterionJudged(item="territory", criterion="rural", met=True, note=_NOTE),
    ExperimentStarted(experiment="navette", title="Une navette", until=date(2027, 6, 30), note=_NOTE),
    ExperimentClosed(experiment="navette", outcome="changed", finding=_NOTE),
    FileAwaited(awaited="groupe-1"),
    FileAwaitedBy(waiting="groupe-5"),
    AwaitedFileMoved(awaited="groupe-1", phase=Phase.CAPITALISATION, completed=True),
    SilenceCounted(occurrence="opinion/p1", deadline="opinion", counts_as="met", item="opinion"),
    *REVIEWS,
    *MONEY,
    PersonChanged(
        person=_ADA,
        name=Prose(text="Ada Élie-Ferrand"),
        email=Prose(text="ada@exemple.fr"),
        language=Language.FRENCH,
    ),
    RulebookAdopted(rulebook="tec@1", digest="sha256:" + "0a" * 32),
    ReviewHeard(
        review="travail-2026",
        question="work_done",
        panel="jury",
        amendment="prolongation",
        outcome="deferred",
    ),
    *ACTS,
    RegionNamed(
        region="paca-corse",
        fr="Provence-Alpes-Côte d’Azur et Corse",
        en="Provence-Alpes-Côte d’Azur and Corsica",
    ),
    PastReviewRecorded(title="Entrée en phase 2", whom="Jury national", outcome="favourable", note=_NOTE),
    PastFundingRecorded(
        title="Amorçage",
        funder="Fonds territorial",
        outcome="granted",
        asked_cents=1_500_000,
        granted_cents=1_200_000,
        paid_cents=1_200_000,
        until=date(2022, 12, 31),
        note=_NOTE,
    ),
)
