"""The streams that a decision about a funding's course rests on besides the funding's own."""

from collections.abc import Iterator

from domain.files.setting import Setting
from domain.fundings import budget
from domain.fundings.commands.requests import (
    DecideAmendment,
    DecideFunding,
    RequestCommand,
    RequestFunding,
)
from domain.fundings.decide.amendments import envelopes_of_amendment
from domain.fundings.decide.deciding import envelopes_of_grant
from domain.fundings.state import Funding
from domain.kernel.ids import cooperation_stream, funding_stream, review_stream
from domain.reviews.impartial import streams_of_request


def streams_beside_request(command: RequestCommand, setting: Setting) -> Iterator[str]:
    """Those of its cooperation, of all reviews about it, of the envelopes concerned, as far as is known."""
    if isinstance(command, RequestFunding):
        yield cooperation_stream(command.cooperation)
    funding = setting.read(Funding, funding_stream, command.funding)
    if funding is None or isinstance(command, RequestFunding):
        return
    yield from streams_of_request(funding, setting.beside)
    if isinstance(command, DecideFunding | DecideAmendment) and command.review:
        yield review_stream(command.review)
    yield from _envelopes(command, funding, setting)


def _envelopes(command: RequestCommand, funding: Funding, setting: Setting) -> Iterator[str]:
    if command.frees_money:
        yield from budget.streams_of(funding.allocations)
    if isinstance(command, DecideFunding):
        yield from envelopes_of_grant(command, funding, setting)
    if isinstance(command, DecideAmendment):
        yield from envelopes_of_amendment(command, funding, setting)
