"""Everything that can be asked of Escale, as frozen models; ``type`` tells them apart."""

from collections.abc import Mapping
from typing import Annotated, get_args

from pydantic import ConfigDict, Field, TypeAdapter

from domain.acts.commands import AnyActCommand
from domain.bank.commands import AnyAccountCommand
from domain.cooperations.commands.acts import AnyFileCommand
from domain.envelopes.commands import AnyEnvelopeCommand
from domain.fundings.commands.any import AnyFundingCommand
from domain.fundings.commands.payments import IssuePaymentFile
from domain.kernel.command import Command
from domain.organisation.commands import OrganisationCommand
from domain.reminders.commands import DeliveryCommand
from domain.reviews.commands import AnyReviewCommand

AnyMoneyCommand = AnyEnvelopeCommand | AnyAccountCommand | IssuePaymentFile
"""Commands whose subject is the organisation's own money: envelopes, bank details, files for the bank."""

AnyCommand = Annotated[
    OrganisationCommand
    | AnyFileCommand
    | DeliveryCommand
    | AnyActCommand
    | AnyReviewCommand
    | AnyFundingCommand
    | AnyMoneyCommand,
    Field(discriminator="type"),
]
"""Every command there is."""

COMMANDS: TypeAdapter[AnyCommand] = TypeAdapter(AnyCommand, config=ConfigDict(defer_build=True))
"""Reads and describes commands: the one adapter, built once, when it is first used."""

COMMAND_TYPES: Mapping[str, type[Command]] = {one.__name__: one for one in get_args(get_args(AnyCommand)[0])}
"""Every command by its ``type``."""
