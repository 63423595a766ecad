"""Every refusal in words."""

from domain.acts.sentences import ACTS
from domain.cooperations.sentences.calls import CALLS
from domain.cooperations.sentences.experiments import WORKING
from domain.cooperations.sentences.lifecycle import LIFECYCLE
from domain.cooperations.sentences.record import RECORD
from domain.envelopes.sentences import ENVELOPES
from domain.fundings.sentences.agreements import AGREEMENTS
from domain.fundings.sentences.decisions import DECISIONS
from domain.fundings.sentences.payments import PAYMENTS
from domain.fundings.sentences.requests import FUNDINGS
from domain.kernel.text import Sentences
from domain.organisation.sentences.organisation import ORGANISATION
from domain.organisation.sentences.people import PEOPLE
from domain.organisation.sentences.rulebooks import RULEBOOKS
from domain.reminders.sentences import DEADLINES
from domain.reviews.sentences.conflicts import CONFLICTS
from domain.reviews.sentences.panels import PANELS
from domain.reviews.sentences.reviews import REVIEWS

SENTENCES: Sentences = {
    **ACTS,
    **LIFECYCLE,
    **RECORD,
    **ORGANISATION,
    **PEOPLE,
    **RULEBOOKS,
    **CALLS,
    **WORKING,
    **DEADLINES,
    **ENVELOPES,
    **PAYMENTS,
    **PANELS,
    **REVIEWS,
    **FUNDINGS,
    **DECISIONS,
    **CONFLICTS,
    **AGREEMENTS,
}
"""By code."""
