"""One event of each type about fundings, payments and envelopes, with all its fields filled in."""

from datetime import date

from domain.bank.events import (
    BankDetailsConfirmed,
    BankDetailsProposed,
    BankDetailsRejected,
    PaymentReferenceTaken,
)
from domain.cooperations.events.told import FundingAnswered, FundingAsked
from domain.envelopes.events import (
    CarriedOver,
    CarryOverReceived,
    EnvelopeOpened,
    EnvelopeToppedUp,
    FundsConsumed,
    FundsRefunded,
    FundsReleased,
    FundsReserved,
    FundsRestored,
    PaymentCharged,
    PaymentUncharged,
)
from domain.fundings.events.payments import (
    CharterHeard,
    PaymentConfirmed,
    PaymentFailed,
    PaymentFileIssued,
    PaymentInFile,
    PaymentIssued,
    PaymentOrdered,
    RefundRecorded,
    ReportAccepted,
    ReportReturned,
    ReportSubmitted,
    TrancheApproved,
    TrancheRequested,
    TrancheReturned,
)
from domain.fundings.events.requests import (
    AgreementPrepared,
    AgreementSigned,
    AmendmentGranted,
    AmendmentProposed,
    AmendmentRefused,
    AmendmentSigned,
    AmendmentWithdrawn,
    CitizenContributionRecorded,
    CoFundingConfirmed,
    ConditionMet,
    EligibilityAssessed,
    FundingClosed,
    FundingDeclined,
    FundingGranted,
    FundingRequested,
    FundingResubmitted,
    FundingRevised,
    FundingWithdrawn,
    FundsGivenBack,
    FundsReclaimed,
)
from domain.fundings.request import (
    Allocation,
    Clause,
    CoFunding,
    EligibilityFinding,
    ExpenseLine,
    FundingRequest,
    Instalment,
    Party,
    PassedOn,
    Payee,
    Pledge,
)
from domain.kernel.prose import Prose
from domain.registry.events import AnyEvent
from domain.reviews.proposal import Condition

_NOTE = Prose(text="Noté « à chaud » — élan, épuisement, 🌱.")
_ADA = "p-0123456789ab"
_DOCUMENT = "sha256:" + "0a" * 32
_POINTS = ("no_residents", "no_place")
_SIRET = "78467169500087"
_ALLOCATIONS = (Allocation(envelopes=("acte/acte_grant/2026", "acte/acte_grant/total"), cents=2_000_000),)
_PLAN = (ExpenseLine(expense="running_costs", label="Fonctionnement", cents=4_000_000),)
_PARTIES = (Party(party="region", name="Région"), Party(party="amae", name="AMAE"))
_SCHEDULE = (Instalment(tranche="advance", cents=1_000_000), Instalment(tranche="balance", cents=1_000_000))
_REQUEST = FundingRequest(
    instrument="acte_grant",
    amount_cents=2_000_000,
    since=date(2027, 1, 1),
    until=date(2027, 12, 31),
    beneficiary=Payee(
        kind="epci", name="Communauté d’exemple", identifier=_SIRET, inhabitants=20_000, employees=40
    ),
    plan=_PLAN,
    co_funding=(CoFunding(source="ville", name="Ville", origin="public", form="in-kind", cents=2_000_000),),
    shares={"public": 1_500_000, "private": 500_000},
    maturity="emergence",
    carrier="amae",
    passed_on=(PassedOn(to="e-graine", cents=500_000),),
    fast_track="cash-flow",
)

MONEY: tuple[AnyEvent, ...] = (
    FundingRequested(
        cooperation="noailles",
        name="Noailles",
        region="paca-corse",
        managers=(_ADA,),
        rulebook="acte@1",
        pass_number=1,
        request=_REQUEST,
        note=_NOTE,
    ),
    EligibilityAssessed(
        dossier=1,
        as_of=date(2026, 11, 23),
        findings=(EligibilityFinding(rule="cap", holds=False, figures={"asked": "2000000", "most": "0"}),),
    ),
    FundingRevised(dossier=2, request=_REQUEST, reason=_NOTE),
    FundingWithdrawn(cause="taken-back", reason=_NOTE),
    FundingGranted(
        amount_cents=2_000_000,
        circuit="fast-track",
        body="board",
        dossier=2,
        conditions=(Condition(condition="charter", label="Charte signée", due=date(2027, 3, 31)),),
        schedule=_SCHEDULE,
        allocations=_ALLOCATIONS,
        review="etude-2026",
        reasons=_NOTE,
    ),
    FundingDeclined(
        decision="deferred",
        body="board",
        dossier=2,
        review="etude-2026",
        points=_POINTS,
        reasons=_NOTE,
        would_change=_NOTE,
    ),
    FundingResubmitted(dossier=3, request=_REQUEST, answers=dict.fromkeys(_POINTS, _NOTE)),
    AgreementPrepared(
        parties=_PARTIES,
        since=date(2027, 1, 1),
        until=date(2027, 12, 31),
        contributions=(Pledge(party="amae", form="in-kind", cents=150_000, label="Un atelier"),),
        clauses=(Clause(clause="open_results", label="Les résultats sont publics"),),
        document=_DOCUMENT,
    ),
    AgreementSigned(party="amae", complete=True),
    ConditionMet(condition="charter", document=_DOCUMENT, note=_NOTE),
    CoFundingConfirmed(source="ville", document=_DOCUMENT),
    CitizenContributionRecorded(contribution="don-0001", cents=5_000),
    AmendmentProposed(
        amendment="avenant-1",
        amount_cents=2_500_000,
        until=date(2028, 6, 30),
        parties=_PARTIES,
        plan=_PLAN,
        schedule=_SCHEDULE,
        budget_cents=500_000,
        reason=_NOTE,
    ),
    AmendmentGranted(
        amendment="avenant-1",
        body="board",
        review="etude-2027",
        schedule=_SCHEDULE,
        allocations=_ALLOCATIONS,
        released=_ALLOCATIONS,
        holds=False,
        reasons=_NOTE,
    ),
    AmendmentRefused(
        amendment="avenant-1",
        body="board",
        review="etude-2027",
        points=_POINTS,
        reasons=_NOTE,
        would_change=_NOTE,
    ),
    AmendmentSigned(
        amendment="avenant-1", party="amae", complete=True, schedule=_SCHEDULE, released=_ALLOCATIONS
    ),
    AmendmentWithdrawn(amendment="avenant-1", released=_ALLOCATIONS, reason=_NOTE),
    FundsGivenBack(tranches=("balance",), released=_ALLOCATIONS, reason=_NOTE),
    FundsReclaimed(cents=100_000, reason=_NOTE),
    FundingClosed(
        granted_cents=2_000_000, paid_cents=1_900_000, released_cents=100_000, refunded_cents=0, reason=_NOTE
    ),
    FundingAsked(funding="graines", instrument="acte_grant"),
    FundingAnswered(funding="graines", instrument="acte_grant", stage="granted", amount_cents=2_000_000),
    TrancheRequested(tranche="advance", cents=1_000_000, levels=2, note=_NOTE),
    TrancheApproved(tranche="advance", level=2, last=True),
    TrancheReturned(tranche="advance", reason=_NOTE),
    PaymentOrdered(
        payment=1,
        tranche="advance",
        cents=1_000_000,
        account=_SIRET,
        bank_details=2,
        allocations=_ALLOCATIONS,
        charged="acte/acte_grant/2027",
    ),
    PaymentIssued(payment=1, payment_file="virements-2027-01"),
    PaymentConfirmed(payment=1, reference="VIR-2027-0001", executed_on=date(2027, 1, 20)),
    PaymentFailed(payment=1, outcome="returned", reason=_NOTE),
    RefundRecorded(cents=100_000, reference="REV-1", restored=_ALLOCATIONS),
    ReportSubmitted(report="final_report", document=_DOCUMENT, note=_NOTE),
    ReportReturned(report="final_report", reason=_NOTE),
    ReportAccepted(report="final_report", note=_NOTE),
    PaymentFileIssued(
        execute_on=date(2027, 1, 20),
        paying=1,
        payments=(
            PaymentInFile(
                funding="graines",
                payment=1,
                cents=1_000_000,
                account=_SIRET,
                bank_details=2,
                reference="graines-1",
            ),
        ),
    ),
    PaymentReferenceTaken(funding="graines", payment=1),
    BankDetailsProposed(
        bank_details=2,
        proposed_by=_ADA,
        holder=Prose(text="Communauté d’exemple"),
        iban=Prose(text="FR7630006000011234567890189"),
        bic=Prose(text="AGRIFRPP"),
    ),
    BankDetailsConfirmed(bank_details=2, note=_NOTE),
    BankDetailsRejected(bank_details=2, reason=_NOTE),
    EnvelopeOpened(
        rulebook="acte@1",
        commitments_cents=12_000_000,
        payments_cents=10_000_000,
        fundings_per_year=3,
        note=_NOTE,
    ),
    EnvelopeToppedUp(commitments_cents=1_000_000, payments_cents=500_000, reason=_NOTE),
    CarriedOver(to="acte/acte_grant/2027", cents=500_000, reason=_NOTE),
    CarryOverReceived(source="acte/acte_grant/2026", cents=500_000),
    FundsReserved(funding="graines", cents=2_000_000, counts=True),
    FundsReleased(funding="graines", cents=100_000),
    FundsConsumed(funding="graines", payment=1, cents=1_000_000),
    FundsRestored(funding="graines", payment=1, cents=1_000_000),
    FundsRefunded(funding="graines", cents=100_000),
    PaymentCharged(funding="graines", payment=1, cents=1_000_000),
    PaymentUncharged(funding="graines", payment=1, cents=1_000_000),
    CharterHeard(signed="2027-03"),
)
