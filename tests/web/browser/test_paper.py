"""Story 28: what is printed for a commission: a foot on each page, heads repeated, nothing that is for others alone."""

import re
from collections.abc import Sequence

from tests.web.browser.conftest import Arrive
from tests.web.browser.paper import text_of_pages
from tests.web.browser.visitor import Visitor

WHOSE = "Démonstration(échantilloninventé)"
FOOT = re.compile(re.escape(WHOSE) + r"·([^·]+)·étatau\d+\S{3,6}\d{4}·registre,position\d+")
TITLE = "Commission du 12 mars"
NOTE = "Les porteurs de projet doivent revenir vers la fondation."
"""What was written about a call, for who reads the file in full."""
_ROWS = re.compile("Soutienauxinitiatives|Développement|Structuration|Capitalisation")
FILES = ("CITEES Marseille", "Filature partagée (échantillon inventé)", "Noailles")


async def test_several_files_for_a_commission(arrive: Arrive, demonstration: str, scripted: bool) -> None:
    """Three are ticked in the list and printed in one go: each starts a page, each page says of what and of when."""
    eden = await arrive(script=scripted)
    await eden.see_as(demonstration, "Éden Brouillon")
    await eden.open(f"/o/{demonstration}/dossiers")
    for name in FILES:
        await eden.tick(f"Sélectionner {name}")
    await eden.press("Imprimer la sélection")
    await eden.sees("3 dossiers, état au")
    await eden.fill("Titre sur la première page", TITLE)
    await eden.press("Voir ces documents")
    pages = await _printed(eden)
    feet = [FOOT.findall(one) for one in pages]
    assert [foot for _, *more in feet for foot in more] == []
    of = [foot for [foot] in feet]
    assert list(dict.fromkeys(of)) == [_bare(one) for one in (TITLE, *FILES)]
    for number, (name, page) in enumerate(zip(of, pages, strict=True), 1):
        margin = re.match(rf"{number}/{len(pages)}{FOOT.pattern}", page)
        assert margin, "the number and the foot are drawn first, as the margin of each page is"
        assert page[margin.end() :].startswith(name) == (number == of.index(name) + 1)
    whole = "".join(pages)
    assert _bare(NOTE) in whole
    assert not re.search("Chercher|Cequim’attend|Voirentantque|Voircesdocuments|Sélectionner", whole)


async def test_heads_of_tables_are_on_each_page(arrive: Arrive, demonstration: str) -> None:
    """The list of files, and the contents of what is printed, so large that both take several pages."""
    eden = await arrive()
    await eden.see_as(demonstration, "Éden Brouillon")
    for path, head, scale in (
        ("dossiers", "TerritoirePhase", 1.5),
        ("impression?all=tri=nom", "DossierTerritoire", 2),
    ):
        await eden.open(f"/o/{demonstration}/{path}")
        pages = [one for one in await _printed(eden, scale=scale) if "·Dossiers" in one and _ROWS.search(one)]
        assert len(pages) > 1
        for page in pages:
            assert head in page
            assert len(FOOT.findall(page)) == 1


async def test_nothing_that_the_reader_may_not_read(arrive: Arrive, demonstration: str) -> None:
    """A member of the panel prints the public sheet; whom a file is closed to prints the other one alone."""
    both = f"/o/{demonstration}/impression?file=noailles&file=bafapatabor"
    for name, path, note, files in (
        ("Nour Modèle", both, True, ["Noailles"]),
        ("Éden Brouillon", f"{both}&public=oui", False, ["Noailles", "BaFaPaTaBor en transition"]),
        ("Charlie Esquisse", both, False, ["Noailles", "BaFaPaTaBor en transition"]),
        ("Camille Exemple", both, False, ["BaFaPaTaBor en transition"]),
    ):
        reader = await arrive()
        await reader.see_as(demonstration, name)
        await reader.open(path)
        printed = await _printed(reader)
        feet = dict.fromkeys(foot for one in printed for foot in FOOT.findall(one))
        assert list(feet)[1:] == [_bare(one) for one in files], name
        assert (_bare(NOTE) in "".join(printed)) == note, name
    await reader.open(f"/o/{demonstration}/impression?file=noailles")
    await reader.sees("Aucun dossier n’est coché.")


async def _printed(visitor: Visitor, scale: float = 1) -> Sequence[str]:
    """The texts of the pages, without spaces."""
    return text_of_pages(await visitor.page.pdf(format="A4", scale=scale))


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)
