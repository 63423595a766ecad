"""Who may give the command that answers what waits: asked of the rules that decide it, before somebody gives it."""

from typing import Any, cast

from domain.cooperations.access import roles_for
from domain.cooperations.commands.acts import AnyFileCommand
from domain.cooperations.commands.base import FileCommand
from domain.cooperations.state import Cooperation
from domain.files.charge import MANAGER_ROLES
from domain.files.file import KeptFile
from domain.kernel.values import Role
from domain.rulebook import Rulebook
from domain.tasks.prefilled import Prefilled

MANAGING: tuple[Role, ...] = tuple(sorted(MANAGER_ROLES))
"""The roles by which those in charge act."""
_LEADING = frozenset({Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR})
"""The roles of whoever stands in for those in charge: what takes one of them is theirs, unless they hold none."""


def roles_needed(answer: Prefilled | None, file: KeptFile, rulebook: Rulebook) -> tuple[Role, ...]:
    """The roles one of which somebody needs to answer; of those in charge, any manager's where the command is theirs.

    What no command of the file answers is for those in charge to bring about.
    """
    if answer is None or not isinstance(file, Cooperation) or not issubclass(answer.command, FileCommand):
        return MANAGING
    if answer.command.by_those_in_charge:
        return MANAGING
    known: dict[str, Any] = dict(answer.fields)
    asked = answer.command.model_construct(**known)  # the rule looks at no other fields
    return roles_for(cast("AnyFileCommand", asked), file, rulebook)


def is_for_those_in_charge(roles: tuple[Role, ...]) -> bool:
    """Whether what takes one of these roles waits for those in charge who hold one, not for all who do."""
    return roles == MANAGING or _LEADING.issuperset(roles)
