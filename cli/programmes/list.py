"""``programme list``: the programmes there are, their versions, and how many files run under each."""

from cli.terminal.drawing import note_simulation, write_table
from cli.terminal.output import write_json
from cli.terminal.session import visiting
from language import say, t
from queries import in_json
from queries.programmes import list_programmes
from wording import headings


async def show_list(person: str, organisation: str, *, as_json: bool) -> None:
    """List every version of every programme; open files are counted as far as the person may read them."""
    async with visiting(organisation, person) as visit:
        found = await list_programmes(visit)
    if as_json:
        write_json(in_json.rulebooks(visit, found))
        return
    note_simulation(visit)
    origins = {"published": t("publié ici", "published here"), "shipped": t("livré", "shipped")}
    rows = [
        (
            one.rulebook.id,
            say(one.rulebook.name),
            t("oui", "yes") if one.in_force else "–",
            origins[one.origin],
            str(one.open_files or "–"),
            one.rulebook.digest[: len("sha256:") + 12],
        )
        for one in found
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
