"""Of whom more proof is asked that they are who they say, and for what."""

from domain.bank.commands import ConfirmBankDetails
from domain.fundings.commands.payments import IssuePaymentFile
from domain.kernel.command import Command
from domain.kernel.values import Role
from domain.organisation.commands import GrantRole, PublishRulebook
from domain.people.roles import roles_anywhere
from queries.visit import Visit

_WEIGHTY: frozenset[type[Command]] = frozenset(
    {ConfirmBankDetails, IssuePaymentFile, GrantRole, PublishRulebook}
)
_OFTEN = frozenset({Role.ADMINISTRATOR, Role.FINANCE_OFFICER})


def is_weighty(command: type[Command]) -> bool:
    """Whether a command asks for the password again: it moves money, makes rules, or gives rights."""
    return command in _WEIGHTY


def signs_in_often(visit: Visit) -> bool:
    """Whether somebody's sessions end early: they pay or administer."""
    return bool(_OFTEN & roles_anywhere(visit.people, visit.person, visit.now))
