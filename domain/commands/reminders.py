"""Commands about reminders. The service records the first two; people settle what stays in doubt."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from domain.commands.base import KeptCommand
from domain.prose import ClearProse
from domain.values import Key

DeliveryCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]{1,40}$")]
"""What the mail server answered: ``550`` or ``5.1.1``."""

Occurrence = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_./-]{1,200}$")]
"""One occurrence of a deadline: its key, the pass, the recurrence and the extension it stands for."""

MessageId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
"""A message's id, derived from its claim (file, occurrence, rung, recipient)."""


class IssueReminder(KeptCommand):
    """Send the highest rung that is due of one deadline; lower ones that were missed count as overtaken."""

    type: Literal["IssueReminder"]
    occurrence: Occurrence
    rung: Key


class CountSilence(KeptCommand):
    """Let silence count as the rulebook says, now that nobody answered an occurrence in time."""

    type: Literal["CountSilence"]
    occurrence: Occurrence


class ReportDelivery(KeptCommand):
    """Record what became of a message: sent, in doubt, failed, or withdrawn because its reason had gone."""

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
