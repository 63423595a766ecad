"""What bodies decided and what money moved, as sections of a whole document, for those who may read the file."""

from collections.abc import Iterator

from exports.document_sections import Told, entry_lines
from exports.markdown import inline
from language import say, t
from wording.amounts import euros, euros_or_none
from wording.values import word

_DECISIONS = frozenset(
    {
        "ApplicationSelected",
        "ApplicationDeclined",
        "ApplicationResubmitted",
        "CompletionAsked",
        "CompletionReceived",
        "GateItemWaived",
        "AbandonmentRequested",
        "AbandonmentWithdrawn",
        "AbandonmentSettled",
    }
)
_OF_REVIEWS = frozenset(
    {
        "ReviewOpened",
        "MembersInvited",
        "MemberRecused",
        "MemberReplaced",
        "DossierRevised",
        "OpinionGiven",
        "OpinionConfirmed",
        "OpinionDelegated",
        "SilenceCounted",
        "ReviewConcluded",
        "ReviewDeferred",
        "ReviewCancelled",
        "ReviewCarriedOver",
    }
)
_OF_FUNDINGS = frozenset(
    {
        "FundingRequested",
        "EligibilityAssessed",
        "FundingRevised",
        "FundingWithdrawn",
        "FundingGranted",
        "FundingDeclined",
        "FundingResubmitted",
        "AgreementPrepared",
        "AgreementSigned",
        "ConditionMet",
        "CoFundingConfirmed",
        "CitizenContributionRecorded",
        "AmendmentProposed",
        "AmendmentGranted",
        "AmendmentRefused",
        "AmendmentSigned",
        "AmendmentWithdrawn",
        "TrancheRequested",
        "TrancheApproved",
        "TrancheReturned",
        "PaymentOrdered",
        "PaymentConfirmed",
        "PaymentFailed",
        "RefundRecorded",
        "ReportSubmitted",
        "ReportReturned",
        "ReportAccepted",
        "FundsGivenBack",
        "FundsReclaimed",
        "FundingClosed",
    }
)
"""What is told of each; how the service keeps them together is not."""


def decided_and_paid(told: Told) -> Iterator[str]:
    """The sections, each left out where there is nothing to tell."""
    for title, lines in (
        (t("Décisions", "Decisions"), list(entry_lines(told, told.sheet.file, _DECISIONS))),
        (t("Avis demandés aux instances", "What panels were asked"), list(_reviews(told))),
        (t("Financements", "Fundings"), list(_fundings(told))),
    ):
        if lines:
            yield from (f"## {title}", "", *lines, "")


def _reviews(told: Told) -> Iterator[str]:
    for one in told.beside.reviews:
        question, panel = say(one.question_name), say(one.panel_name)
        yield from (f"### {inline(question)} – {inline(panel)}", "")
        yield f"- {t('État', 'Status')} : {inline(word(one.status, 'review'))}"
        yield from _entries(told, one.file, _OF_REVIEWS)


def _fundings(told: Told) -> Iterator[str]:
    for one in told.beside.fundings:
        instrument = say(one.instrument_name)
        yield from (f"### {inline(instrument)} – {inline(one.beneficiary)}", "")
        yield f"- {t('État', 'Status')} : {inline(word(one.status, 'funding'))}"
        yield f"- {t('Demandé', 'Asked for')} : {euros(one.requested_cents)}"
        yield f"- {t('Accordé', 'Granted')} : {euros_or_none(one.granted_cents)}"
        yield f"- {t('Payé', 'Paid')} : {euros(one.paid_cents)}"
        yield from _entries(told, one.file, _OF_FUNDINGS)


def _entries(told: Told, file: str, kinds: frozenset[str]) -> Iterator[str]:
    """The entries of a review or a funding, in order; why their content is not shown, where it is not."""
    yield from entry_lines(told, file, kinds)
    if reason := told.closed.get(file):
        yield f"- {inline(say(reason))}"
    yield ""
