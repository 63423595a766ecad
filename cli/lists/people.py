"""The people known to an organisation, with the roles that they hold; their addresses for administrators."""

from typing import Any

from cli.terminal.drawing import note_simulation, write_table
from cli.terminal.output import write_json
from cli.terminal.session import visiting
from domain.kernel.address import mailbox_of
from domain.kernel.prose import legible
from domain.kernel.values import Role
from domain.people.identity import person_behind
from domain.people.roles import holds_now, roles_anywhere
from domain.people.state import Person
from language import t
from queries.visit import Visit, reached, simulated
from wording.altered import in_place_of
from wording.values import word


async def people(person: str, organisation: str, *, as_json: bool) -> None:
    """The people known here with the roles they hold at present, for those who hold one."""
    async with visiting(organisation, person) as visit, reached():
        visit.needs_a_role()
        names = await visit.names()
        administers = Role.ADMINISTRATOR in roles_anywhere(visit.people, visit.person, visit.now)
        addresses = await _addresses(visit) if administers else {}
    shown = [_person(visit, one, names) | addresses.get(one.id, {}) for one in visit.people.people.values()]
    if as_json:
        write_json(simulated(visit) | {"people": shown})
        return
    note_simulation(visit)
    heads: tuple[str, ...] = (
        t("personne", "person"),
        t("nom", "name"),
        t("rôles [ce que RevokeRole demande]", "roles [what RevokeRole asks for]"),
    )
    rows: list[tuple[str, ...]] = [
        (
            one["person"],
            one["name"] or "–",
            ", ".join(_role(role) for role in one["roles"]),
        )
        for one in shown
    ]
    if administers:
        heads = (*heads, t("adresse", "address"))
        rows = [(*row, _said(one, names)) for row, one in zip(rows, shown, strict=True)]
    write_table(heads, rows)


def _person(visit: Visit, one: Person, names: dict[str, str]) -> dict[str, Any]:
    grants = [
        {"role": grant.role.value, "region": grant.region, "grant": grant.id}
        for grant in visit.people.grants.values()
        if grant.person == one.id and holds_now(visit.people, grant, visit.now)
    ]
    return {"person": one.id, "name": names.get(one.id), "roles": grants}


def _role(held: dict[str, Any]) -> str:
    """A role, where it is held, and what takes it back."""
    return f"{word(held['role'], 'role')} ({held['region'] or t('partout', 'everywhere')}) [{held['grant']}]"


async def _addresses(visit: Visit) -> dict[str, dict[str, Any]]:
    """By person: the address, whether mail can be sent there, and the id that had it first."""
    places = {one.id: one.email.vault for one in visit.people.people.values() if one.email.vault}
    texts = await visit.service.vault.reveal(visit.organisation, places.values())
    found = {}
    for key in visit.people.people:
        text = texts.get(places.get(key, ""))
        first = person_behind(visit.people, key)
        found[key] = {
            "address": None if text is None else in_place_of(text),
            "address_works": mailbox_of(legible(text)) is not None,
            "same_person_as": None if first == key else first,
        }
    return found


def _said(one: dict[str, Any], names: dict[str, str]) -> str:
    if one["address"] is None:
        return t("[effacée] ; aucun courrier n’arrive", "[erased]; no mail arrives")
    said = str(one["address"])
    if not one["address_works"]:
        said += t(" ; aucun courrier n’y arrive", "; no mail arrives there")
    if first := one["same_person_as"]:
        who = f"{names.get(first, first)} ({first})"
        said += t(f" ; la même personne que {who}", f"; the same person as {who}")
    return said
