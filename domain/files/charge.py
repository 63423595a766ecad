"""Who is in charge of a file, and who holds the roles that a command takes."""

from collections.abc import Collection

from domain.files.file import KeptFile
from domain.files.setting import Setting
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Role
from domain.people.identity import one_id_each
from domain.people.roles import roles_anywhere, roles_of

MANAGER_ROLES = frozenset(
    {Role.PROGRAMME_MANAGER, Role.ELECTED_REPRESENTATIVE, Role.ACCOMPANYING_ORGANISATION}
)
"""Who acts in charge of a file: the pair is a manager with an elected representative or an accompanist."""
_NAMED = MANAGER_ROLES | {Role.FACILITATOR}
"""Who may be named beside a manager: a facilitator of the collective reads the file for that, and acts for nobody."""


def in_charge(
    person: str, file: KeptFile, setting: Setting, could: Collection[Role] = (Role.PROGRAMME_MANAGER,)
) -> bool:
    """Whether they hold one of these roles in the file's region, or are in charge of it and hold a manager's role."""
    held = roles_of(setting.organisation, person, file.region, setting.now)
    return bool(held.intersection(could)) or (person in file.managers and bool(held & MANAGER_ROLES))


def unless_in_charge(
    person: str, file: KeptFile, setting: Setting, could: tuple[Role, ...] = (Role.PROGRAMME_MANAGER,)
) -> Refusal | None:
    """Why somebody may not, where those in charge may, and who holds one of these roles."""
    if in_charge(person, file, setting, could):
        return None
    return refuse("not_entitled", roles=could, region=file.region)


def unless_entitled(
    person: str, could: tuple[Role, ...], region: str | None, setting: Setting
) -> Refusal | None:
    """Why somebody may not, where it takes one of these roles in a region; None: for the whole organisation."""
    if roles_of(setting.organisation, person, region, setting.now).intersection(could):
        return None
    return refuse("not_entitled", roles=could, region=region or "*")


def unless_held_anywhere(person: str, could: tuple[Role, ...], setting: Setting) -> Refusal | None:
    """Why somebody may not, where it takes one of these roles, in whatever region."""
    if roles_anywhere(setting.organisation, person, setting.now).intersection(could):
        return None
    return refuse("not_entitled", roles=could, region="*")


def unfit_managers(managers: tuple[str, ...], region: str, setting: Setting) -> Refusal | None:
    """Those named hold a fitting role in the region, and one of them is a programme manager."""
    roles = {one: roles_of(setting.organisation, one, region, setting.now) for one in managers}
    if unfit := tuple(one for one, held in roles.items() if not held & _NAMED):
        return refuse("unfit_managers", people=unfit, region=region, roles=sorted(_NAMED))
    if not any(Role.PROGRAMME_MANAGER in held for held in roles.values()):
        return refuse("no_programme_manager", region=region)
    if len(one_id_each(setting.organisation, managers)) < len(managers):
        return refuse("manager_twice")
    return None
