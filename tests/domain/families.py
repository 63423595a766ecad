"""The commands about reviews and money."""

from typing import get_args

from domain.commands import AnyAccountCommand, AnyEnvelopeCommand, AnyFundingCommand, AnyReviewCommand
from domain.commands.payments import IssuePaymentFile

OF_THEIR_OWN = {
    kind.__name__
    for family in (AnyReviewCommand, AnyFundingCommand, AnyEnvelopeCommand, AnyAccountCommand)
    for kind in get_args(family)
} | {IssuePaymentFile.__name__}
"""About reviews and money: who may give them is told in ``tests/domain/reviews``, ``fundings``, ``envelopes``."""
