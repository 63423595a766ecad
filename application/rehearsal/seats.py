"""How many people of a role the panels of a programme need, so that each can be asked, and can answer."""

from collections import Counter
from collections.abc import Mapping

from domain.files.charge import MANAGER_ROLES
from domain.kernel.values import Role
from domain.rulebook import Panel, Rulebook


def seats_of(rulebook: Rulebook) -> Mapping[Role, int]:
    """The people of each role that sit in a panel: as many as the panel with most seats for it needs."""
    found: Counter[Role] = Counter()
    about_money = {one.panel for one in rulebook.reviews if one.about == "funding"}
    for panel in rulebook.panels:
        found |= _needed(panel, decides_on_money=panel.panel in about_money)
    return found


def _needed(panel: Panel, *, decides_on_money: bool) -> Counter[Role]:
    """The seats, filled up to the quorum where so many sit as hold the role."""
    needed: Counter[Role] = Counter()
    for seat in panel.members:
        needed[seat.role] += seat.members or 1
    lacking = panel.quorum.at_least - needed.total()
    if lacking > 0 and (any_number := [one.role for one in panel.members if one.members is None]):
        needed[any_number[0]] += lacking
    if decides_on_money:  # whoever asks for the money does not sit about it
        needed.update(role for role in set(needed) if role in MANAGER_ROLES)
    return needed
