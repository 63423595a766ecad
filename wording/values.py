"""The values that commands, events and read models hold, as people say them in their language."""

from collections.abc import Mapping

from language import say
from wording.codes import code_words

_OF_FIELDS: Mapping[str, str] = {
    "kind": "contact",
    "RecordContribution.kind": "contribution",
    "ContributionRecorded.kind": "contribution",
    "FoundOrganisation.kind": "ledger",
    "OrganisationFounded.kind": "ledger",
    "cooperation_type": "cooperation-type",
    "economic_model": "economic-model",
    "CloseExperiment.outcome": "experiment",
    "ExperimentClosed.outcome": "experiment",
    "CloseCooperation.outcome": "closing",
    "CooperationClosed.outcome": "closing",
    "outcome": "review",
    "RecordPastFunding.outcome": "funding",
    "PastFundingRecorded.outcome": "funding",
    "FailPayment.outcome": "payment",
    "PaymentFailed.outcome": "payment",
    "to": "phase",
    "decision": "decision",
    "SettleDelivery.decision": "delivery-decision",
    "DeliverySettled.decision": "delivery-decision",
    "fast_track": "expense",
    "request.fast_track": "expense",
    "CoFunding.origin": "means",
    "request.co_funding.origin": "means",
    "request.co_funding.form": "contribution",
    "contributions.form": "contribution",
    "body": "role",
    "bodies": "role",
    "does": "deed",
    "held": "gate-item",
    "of": "seat",
    "holidays": "holidays",
    "cause": "cancelled",
    "counts_as": "silence",
    "CooperationHeard.status": "cooperation",
    "FundingAnswered.stage": "funding",
    "PhaseEntered.way": "entered",
    "RulebookChanged.way": "moved",
    "form": "contribution",
    "by": "concludes",
}
"""What the values of a field are said of, by its command or event where that matters; else its name tells."""


def of_field(owner: str, field: str) -> str:
    """What the values of a field of a command or an event are said of."""
    return _OF_FIELDS.get(f"{owner}.{field}") or _OF_FIELDS.get(field, field)


def word(value: object, of: str) -> str:
    """A value as people say it ``of`` something; what has no word of its own stands as it is."""
    return say(code_words(str(value), of) or (str(value), str(value)))
