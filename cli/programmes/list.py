"""``programme list``: the programmes there are, their versions, and how many files run under each."""

from collections import Counter

from cli.terminal.drawing import note_simulation, write_table
from cli.terminal.output import write_json
from cli.terminal.session import visiting
from language import say, t
from projections.portfolio import PortfolioFilter
from queries.visit import Visit, reached, simulated
from wording import headings


async def list_programmes(person: str, organisation: str, *, as_json: bool) -> None:
    """List every version of every programme; open files are counted as far as the person may read them."""
    async with visiting(organisation, person) as visit, reached():
        versions = visit.service.rulebooks.versions(visit.people)
        counts = await _open_files(visit)
    shown = [
        {
            "programme": one.programme,
            "version": one.version,
            "rulebook": one.id,
            "name": one.name.model_dump(),
            "digest": one.digest,
            "from": "published" if one.id in visit.people.rulebooks else "shipped",
            "in_force": one == visit.service.rulebooks.current(visit.people, one.programme),
            "open_files": counts[one.id],
        }
        for one in versions
    ]
    if as_json:
        write_json(simulated(visit) | {"rulebooks": shown})
        return
    note_simulation(visit)
    origins = {"published": t("publié ici", "published here"), "shipped": t("livré", "shipped")}
    rows = [
        (
            str(one["rulebook"]),
            say(version.name),
            t("oui", "yes") if one["in_force"] else "–",
            origins[str(one["from"])],
            str(one["open_files"] or "–"),
            version.digest[: len("sha256:") + 12],
        )
        for one, version in zip(shown, versions, strict=True)
    ]
    heads = (
        say(headings.RULES),
        t("programme", "programme"),
        say(headings.IN_FORCE),
        t("origine", "from"),
        t("dossiers ouverts", "open files"),
        t("empreinte", "digest"),
    )
    write_table(heads, rows)


async def _open_files(visit: Visit) -> Counter[str]:
    """How many open files run under each rulebook."""
    where = PortfolioFilter(open=True)
    counts = await visit.service.read_models.portfolio_counts(visit.organisation, visit.scope, where)
    found = Counter[str]()
    for one in counts:
        found[one.rulebook] += one.files
    return found
