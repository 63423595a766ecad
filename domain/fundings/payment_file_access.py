"""Who may send payments to the bank.

A file leaves by a finance officer of every region whose payments are in it, who has no conflict about any of them.
"""

from collections.abc import Iterable

from domain.files.charge import unless_entitled, unless_held_anywhere
from domain.files.setting import Setting
from domain.fundings.commands.payments import IssuePaymentFile
from domain.fundings.payment_access import PAYING
from domain.fundings.state import Funding
from domain.kernel.ids import funding_stream
from domain.kernel.refusal import Refusal, refuse
from domain.reviews.impartial import conflict_about


def may_issue(command: IssuePaymentFile, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may."""
    found = (setting.read(Funding, funding_stream, one.funding) for one in command.payments)
    fundings = [one for one in found if one]
    for region in sorted({one.region for one in fundings}):
        if refusal := unless_entitled(command.actor, PAYING, region, setting):
            return refusal
    return unless_held_anywhere(command.actor, PAYING, setting) or _conflicted(
        command.actor, fundings, setting
    )


def _conflicted(actor: str, fundings: Iterable[Funding], setting: Setting) -> Refusal | None:
    """Nobody sends money to the bank in whose request they have no hand; the others of the file may leave."""
    conflicted = [one.id for one in fundings if conflict_about(actor, one, setting)]
    return refuse("payments_in_conflict", fundings=tuple(dict.fromkeys(conflicted))) if conflicted else None
