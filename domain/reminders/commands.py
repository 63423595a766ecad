"""Commands about reminders. The service records the first two; people settle what stays in doubt."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from domain.kernel.command import AboutFile
from domain.kernel.ids import funding_stream, review_stream, stream_of
from domain.kernel.prose import ClearProse
from domain.kernel.values import Key, Slug


class KeptCommand(AboutFile):
    """A command about whatever has deadlines: a cooperation, a review or a funding, one of the three."""

    told_to_reviews_and_fundings: ClassVar[bool] = False
    """Whether a cooperation may be in another state after it."""

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


DeliveryCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]{1,40}$")]
"""What the mail server answered: ``550`` or ``5.1.1``."""

Occurrence = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_./-]{1,200}$")]
"""One occurrence of a deadline: its key, the pass, the recurrence and the extension it stands for."""

MessageId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
"""A message's id, derived from its claim (file, occurrence, rung, recipient)."""


class IssueReminder(KeptCommand):
    """Send the highest rung that is due of one deadline; lower ones that were missed count as overtaken."""

    by_the_service = "only"

    type: Literal["IssueReminder"]
    occurrence: Occurrence
    rung: Key


class CountSilence(KeptCommand):
    """Let silence count as the rulebook says, now that nobody answered an occurrence in time."""

    by_the_service = "only"
    told_to_reviews_and_fundings = True

    type: Literal["CountSilence"]
    occurrence: Occurrence


class ReportDelivery(KeptCommand):
    """Record what became of a message: sent, in doubt, failed, or withdrawn because its reason had gone."""

    by_the_service = "only"

    type: Literal["ReportDelivery"]
    message: MessageId
    delivery: Literal["sent", "unknown", "failed", "withdrawn"]
    code: DeliveryCode | None = None
    """The mail server's reply code, or why there is none."""


class SettleDelivery(KeptCommand):
    """Decide about a message in doubt or failed: it did arrive, send it again, or let it be."""

    type: Literal["SettleDelivery"]
    message: MessageId
    decision: Literal["arrived", "resend", "drop"]
    reason: ClearProse


DeliveryCommand = IssueReminder | CountSilence | ReportDelivery | SettleDelivery
"""Commands about reminders, and about what silence counts as: of a cooperation, a review or a funding."""
