"""What every command has in common, and what it is about."""

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from domain.fundings.identifiers import account_named
from domain.ids import (
    ORGANISATION_STREAM,
    account_stream,
    cooperation_stream,
    envelope_stream,
    funding_stream,
    review_stream,
    stream_of,
)
from domain.model import Model
from domain.moments import Moment
from domain.money import AccountId, EnvelopeId
from domain.prose import ClearProse
from domain.values import Actor, CommandId, Key, Slug

Answers = Annotated[dict[Key, ClearProse], Field(max_length=500)]
"""What a re-submission answers to each point of the refusal or deferral; a whole panel may have raised many."""


class Command(Model):
    """What somebody wants done. ``type`` names it; the same ``command_id`` twice does it once."""

    command_id: CommandId
    """Chosen by the client; repeat it to ask again without doing twice."""
    actor: Actor
    """Who wants it: a person's id, or ``escale`` for the service itself."""
    effective_at: Moment | None = None
    """When it happened; now, if missing."""

    @property
    def stream(self) -> str:
        """The stream of what it is about: the organisation's, where nothing else is named."""
        return ORGANISATION_STREAM


class FileCommand(Command):
    """A command about one cooperation."""

    cooperation: Slug
    """The file it concerns."""

    @property
    def stream(self) -> str:
        """The cooperation's stream."""
        return cooperation_stream(self.cooperation)


class ReviewCommand(Command):
    """A command about one review."""

    review: Slug
    """The review it concerns."""

    @property
    def stream(self) -> str:
        """The review's stream."""
        return review_stream(self.review)


class FundingCommand(Command):
    """A command about one funding."""

    funding: Slug
    """The funding it concerns."""

    @property
    def stream(self) -> str:
        """The funding's stream."""
        return funding_stream(self.funding)


class MoneyCommand(Command):
    """A command about the organisation's own money: an envelope, bank details, a file for the bank."""


class EnvelopeCommand(MoneyCommand):
    """A command about one envelope."""

    envelope: EnvelopeId
    """The envelope it concerns: programme, instrument and year."""

    @property
    def stream(self) -> str:
        """The envelope's stream."""
        return envelope_stream(self.envelope)


class AccountCommand(MoneyCommand):
    """A command about somebody's bank details."""

    account: Annotated[AccountId, BeforeValidator(account_named)]
    """Whose: by their number, as people paste it, or ``paying`` for the organisation's own."""

    @property
    def stream(self) -> str:
        """The stream of these bank details."""
        return account_stream(self.account)


class KeptCommand(Command):
    """A command about whatever has deadlines: a cooperation, a review or a funding, one of the three."""

    cooperation: Slug | None = None
    """The cooperation that it concerns, if it concerns one."""
    review: Slug | None = None
    """The review that it concerns, if it concerns one."""
    funding: Slug | None = None
    """The funding that it concerns, if it concerns one."""

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if sum(one is not None for one in (self.cooperation, self.review, self.funding)) != 1:
            raise PydanticCustomError(
                "one_file_expected", "one of cooperation, review and funding, and no more than one"
            )
        return self

    @property
    def file(self) -> str:
        """The key of the file: a cooperation's id, ``review:<id>`` or ``funding:<id>``."""
        if self.review is not None:
            return review_stream(self.review)
        return funding_stream(self.funding) if self.funding is not None else f"{self.cooperation}"

    @property
    def stream(self) -> str:
        """The stream of the file."""
        return stream_of(self.file)
