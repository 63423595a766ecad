"""The commands about reviews, money and acts."""

from typing import get_args

from domain.acts.commands import HoldBackAct, ReleaseAct
from domain.bank.commands import AnyAccountCommand
from domain.envelopes.commands import AnyEnvelopeCommand
from domain.fundings.commands.any import AnyFundingCommand
from domain.fundings.commands.payments import IssuePaymentFile
from domain.reviews.commands import AnyReviewCommand

OF_THEIR_OWN = {
    kind.__name__
    for family in (AnyReviewCommand, AnyFundingCommand, AnyEnvelopeCommand, AnyAccountCommand)
    for kind in get_args(family)
} | {one.__name__ for one in (IssuePaymentFile, HoldBackAct, ReleaseAct)}
"""Who may give them is told in ``tests/domain/reviews``, ``fundings``, ``envelopes``, ``acts``."""
