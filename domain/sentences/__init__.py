"""Every refusal in words."""

from domain.sentences.agreements import AGREEMENTS
from domain.sentences.calls import CALLS
from domain.sentences.conflicts import CONFLICTS
from domain.sentences.deadlines import DEADLINES
from domain.sentences.decisions import DECISIONS
from domain.sentences.envelopes import ENVELOPES
from domain.sentences.fundings import FUNDINGS
from domain.sentences.lifecycle import LIFECYCLE
from domain.sentences.organisation import ORGANISATION
from domain.sentences.panels import PANELS
from domain.sentences.payments import PAYMENTS
from domain.sentences.people import PEOPLE
from domain.sentences.record import RECORD
from domain.sentences.reviews import REVIEWS
from domain.sentences.rulebooks import RULEBOOKS
from domain.sentences.shape import Sentences
from domain.sentences.working import WORKING

SENTENCES: Sentences = {
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
