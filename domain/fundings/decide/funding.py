"""Fundings: which rule answers which command about one, and what that rests on."""

from collections.abc import Iterator
from typing import assert_never

from domain.files.setting import Happening, Setting
from domain.fundings.commands.any import AnyFundingCommand
from domain.fundings.commands.payments import PaymentCommand
from domain.fundings.commands.requests import (
    CloseFunding,
    ConfirmCoFunding,
    DecideAmendment,
    DecideFunding,
    ExtendFundingDeadline,
    LaterCommand,
    MeetCondition,
    PrepareAgreement,
    ProposeAmendment,
    ReclaimFunds,
    RecordCitizenContribution,
    ReleaseFunds,
    RequestFunding,
    ResubmitFunding,
    ReviseFunding,
    SignAgreement,
    SignAmendment,
    WithdrawAmendment,
    WithdrawFunding,
)
from domain.fundings.decide import agreement, amendments, closing, deciding, proposing, request
from domain.fundings.decide import match_funding as matching
from domain.fundings.decide.context import Context
from domain.fundings.decide.guards import context_of
from domain.fundings.decide.payment import decide_payment, streams_beside_payment
from domain.fundings.decide.streams import streams_beside_request
from domain.fundings.state import Funding
from domain.kernel.refusal import Refusal


def decide_funding(
    command: AnyFundingCommand, funding: Funding | None, setting: Setting
) -> tuple[Happening, ...] | Refusal:
    """What a command about a funding gives: in its own stream first, then in envelopes, then in its cooperation's."""
    if isinstance(command, PaymentCommand):
        return decide_payment(command, funding, setting)
    if isinstance(command, RequestFunding):
        return request.request_funding(command, funding, setting)
    context = context_of(command, funding, setting)
    return context if isinstance(context, Refusal) else _decide(command, context)


def streams_beside_funding(command: AnyFundingCommand, setting: Setting) -> Iterator[str]:
    """The streams that deciding the command rests on besides its own, as far as ``setting.beside``, read so far, tells.

    Which envelopes it rests on takes the rulebook and the year: ``setting`` is the one that decides.
    """
    if isinstance(command, PaymentCommand):
        yield from streams_beside_payment(command, setting)
    else:
        yield from streams_beside_request(command, setting)


def _decide(command: LaterCommand, context: Context) -> tuple[Happening, ...] | Refusal:
    match command:
        case ReviseFunding():
            return request.revise_funding(command, context)
        case WithdrawFunding():
            return request.withdraw_funding(command, context)
        case ResubmitFunding():
            return request.resubmit_funding(command, context)
        case DecideFunding():
            return deciding.decide_request(command, context)
        case DecideAmendment():
            return amendments.decide_amendment(command, context)
        case SignAmendment():
            return amendments.sign_amendment(command, context)
        case WithdrawAmendment():
            return amendments.withdraw_amendment(command, context)
        case ReleaseFunds():
            return closing.release_funds(command, context)
        case ReclaimFunds():
            return closing.reclaim_funds(command, context)
        case CloseFunding():
            return closing.close_funding(command, context)
        case PrepareAgreement():
            return context.in_its_stream(agreement.prepare_agreement(command, context))
        case SignAgreement():
            return context.in_its_stream(agreement.sign_agreement(command, context))
        case MeetCondition():
            return context.in_its_stream(agreement.meet_condition(command, context))
        case ConfirmCoFunding():
            return context.in_its_stream(agreement.confirm_co_funding(command, context))
        case RecordCitizenContribution():
            return context.in_its_stream(matching.record_contribution(command, context))
        case ProposeAmendment():
            return context.in_its_stream(proposing.propose_amendment(command, context))
        case ExtendFundingDeadline():
            return context.in_its_stream(closing.extend_funding_deadline(command, context))
    assert_never(command)
