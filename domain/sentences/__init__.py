"""Every refusal in words."""

from domain.sentences.lifecycle import LIFECYCLE
from domain.sentences.organisation import ORGANISATION
from domain.sentences.record import RECORD
from domain.sentences.shape import Sentences

SENTENCES: Sentences = {**LIFECYCLE, **RECORD, **ORGANISATION}
"""By code."""
