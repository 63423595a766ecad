"""Who may read a file: the one place where that is judged."""

from datetime import datetime

from domain.files.file import KeptFile
from domain.kernel.values import Role
from domain.people.roles import roles_anywhere, roles_of
from domain.people.state import Organisation

READ_EVERYWHERE = frozenset({Role.ADMINISTRATOR, Role.AUDITOR, Role.BOARD})
"""Roles that read every file, whatever their region."""


def may_read(organisation: Organisation, person: str, file: KeptFile, now: datetime) -> bool:
    """Whether somebody may read a file: they hold a role in its region, or one that reads everywhere."""
    reads_all = roles_anywhere(organisation, person, now) & READ_EVERYWHERE
    return bool(reads_all or roles_of(organisation, person, file.region, now))
