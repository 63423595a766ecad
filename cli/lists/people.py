"""The people known to an organisation, with the roles that they hold; their addresses for administrators."""

from collections.abc import Mapping

from cli.terminal.drawing import note_simulation, write_table
from cli.terminal.output import write_json
from cli.terminal.session import visiting
from domain.kernel.text import Bilingual
from language import say, t
from queries import in_json
from queries.people import HeldRole, KnownAddress, list_people
from wording.regions import region_words
from wording.values import word


async def people(person: str, organisation: str, *, as_json: bool) -> None:
    """The people known here with the roles they hold at present, for those who hold one."""
    async with visiting(organisation, person) as visit:
        found = await list_people(visit)
    if as_json:
        write_json(in_json.people(visit, found))
        return
    note_simulation(visit)
    heads: tuple[str, ...] = (
        t("personne", "person"),
        t("nom", "name"),
        t("rôles [ce que RevokeRole demande]", "roles [what RevokeRole asks for]"),
    )
    rows: list[tuple[str, ...]] = [
        (
            one.person,
            one.name or "–",
            ", ".join(_role(role, found.regions) for role in one.roles),
        )
        for one in found.people
    ]
    if found.with_addresses:
        heads = (*heads, t("adresse", "address"))
        addresses = [_said(one.address, found.names) if one.address else "–" for one in found.people]
        rows = [(*row, address) for row, address in zip(rows, addresses, strict=True)]
    write_table(heads, rows)


def _role(held: HeldRole, regions: Mapping[str, Bilingual]) -> str:
    """A role, where it is held, and what takes it back."""
    where = say(region_words(held.region, regions)) if held.region else t("partout", "everywhere")
    return f"{word(held.role, 'role')} ({where}) [{held.grant}]"


def _said(one: KnownAddress, names: Mapping[str, str]) -> str:
    if one.address is None:
        return t("[effacée] ; aucun courrier n’arrive", "[erased]; no mail arrives")
    said = str(one.address)
    if not one.address_works:
        said += t(" ; aucun courrier n’y arrive", "; no mail arrives there")
    if first := one.same_person_as:
        who = f"{names.get(first, first)} ({first})"
        said += t(f" ; la même personne que {who}", f"; the same person as {who}")
    return said
