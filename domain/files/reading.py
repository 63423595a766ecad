"""How much of a file somebody may read: the one place where that is judged (ADR 0049)."""

from collections.abc import Container
from datetime import datetime
from enum import IntEnum

from domain.files.file import KeptFile
from domain.files.related import RelatedFile, cooperation_of
from domain.kernel.values import Role
from domain.people.identity import one_of
from domain.people.roles import roles_anywhere, roles_of
from domain.people.state import Organisation

READ_EVERYWHERE = frozenset({Role.ADMINISTRATOR, Role.AUDITOR, Role.BOARD})
"""Roles that read every file in full, whatever their region."""
READ_THEIR_REGIONS = frozenset({Role.PROGRAMME_MANAGER, Role.ELECTED_REPRESENTATIVE, Role.FINANCE_OFFICER})
"""Roles that read the files of the regions for which they are held in full."""
READ_THEIR_FILES = frozenset({Role.ACCOMPANYING_ORGANISATION, Role.FACILITATOR})
"""Roles that read, of those files, the ones on which the person is named as in charge; nothing of the others."""
READ_SHEETS = frozenset({Role.REGIONAL_COMMISSION, Role.JURY, Role.STEERING_COMMITTEE})
"""Roles of panels: they read the public sheet of those cooperations, and the reviews in which they have a seat."""


class Reading(IntEnum):
    """How much of a file somebody reads; each contains the one before."""

    NOTHING = 0
    PUBLIC_SHEET = 1
    """What the public may read, and where it stands."""
    IN_FULL = 2


def reading(
    organisation: Organisation, person: str, file: KeptFile, now: datetime, deciding: Container[str] = ()
) -> Reading:
    """How much of a file somebody may read: the most that any of their roles gives.

    All of it while a decision waits for them: ``deciding`` are the cooperations in which one does, by id
    (``domain.tasks.deciding``).

    Reviews and fundings have no public sheet; who sits on a review looks it up for that reason
    (``domain.reviews.reading``), wherever it is.
    """
    if cooperation_of(file) in deciding:
        return Reading.IN_FULL
    held = roles_of(organisation, person, file.region, now)
    if held & READ_THEIR_REGIONS or roles_anywhere(organisation, person, now) & READ_EVERYWHERE:
        return Reading.IN_FULL
    if held & READ_THEIR_FILES and one_of(organisation, person, file.managers):
        return Reading.IN_FULL
    if held & READ_SHEETS and not isinstance(file, RelatedFile):
        return Reading.PUBLIC_SHEET
    return Reading.NOTHING


def may_read(
    organisation: Organisation, person: str, file: KeptFile, now: datetime, deciding: Container[str] = ()
) -> bool:
    """Whether somebody may read a file in full."""
    return reading(organisation, person, file, now, deciding) is Reading.IN_FULL
