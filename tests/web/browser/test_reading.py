"""What people read: as it was, theirs alone, without acts for auditors, and on paper."""

from pathlib import Path

from tests.web.browser.conftest import Arrive


async def test_as_it_was(arrive: Arrive, demonstration: str, scripted: bool) -> None:
    """Story 19: Noailles as of 2023, known before it was lived: the phase of then, a banner, no acts."""
    visitor = await arrive(script=scripted)
    await visitor.see_as(demonstration, "Nour Modèle")
    await visitor.open("/o/demo/dossiers/noailles/historique?au=2023-12-31&connu=2026-12-01")
    await visitor.sees("tel qu’il était", "31 déc. 2023", "1er déc. 2026")
    then = await visitor.text()
    assert "Noter un contact" not in then
    await visitor.open("/o/demo/dossiers/noailles/historique")
    now = await visitor.text()
    assert "Soutien aux initiatives" in now
    assert "Soutien aux initiatives" not in then


async def test_files_of_other_regions_do_not_exist(arrive: Arrive, demonstration: str) -> None:
    """Story 23: Camille finds no file of PACA-Corse: lists, counts, search, board, guessed addresses."""
    visitor = await arrive()
    await visitor.see_as(demonstration, "Camille Exemple")
    for address in (
        "/o/demo/dossiers",
        "/o/demo/dossiers?vue=phases",
        "/o/demo/dossiers?q=noailles",
        "/o/demo/",
    ):
        await visitor.open(address)
        await visitor.does_not_see("Noailles<", "CITEES")
    await visitor.open("/o/demo/dossiers")
    await visitor.sees("1 dossier")
    for section in ("", "/passage", "/historique", "/actes"):
        await visitor.open(f"/o/demo/dossiers/personne{section}", status=404)
        nothing = await visitor.text()
        await visitor.open(f"/o/demo/dossiers/noailles{section}", status=404)
        assert await visitor.text() == nothing
    await visitor.open("/o/demo/faire/RecordContact?cooperation=noailles", status=404)


async def test_an_auditor_reads_everything_and_acts_on_nothing(
    arrive: Arrive, demonstration: str, scripted: bool
) -> None:
    """Story 24: every act has its reason; none can be pressed."""
    visitor = await arrive(script=scripted)
    await visitor.see_as(demonstration, "Éden Brouillon")
    await visitor.open("/o/demo/dossiers")
    await visitor.sees("6 dossiers", "Noailles", "BaFaPaTaBor", "Filature partagée")
    await visitor.follow("Noailles")
    await visitor.follow("Autres actes")
    acts = visitor.page.locator("main a[href*='/faire/']")
    assert await acts.count() == 0
    await visitor.sees("Réservé")
    await visitor.open("/o/demo/dossiers/noailles/historique")
    await visitor.sees("Noailles")


async def test_on_paper(arrive: Arrive, demonstration: str, tmp_path: Path) -> None:
    """What is printed is the file: no navigation, no buttons, heads of tables on each page."""
    visitor = await arrive()
    await visitor.see_as(demonstration, "Éden Brouillon")
    for page in ("dossiers/noailles", "dossiers/noailles/historique", "dossiers"):
        await visitor.open(f"/o/demo/{page}")
        await visitor.page.emulate_media(media="print")
        assert await visitor.page.locator("main h1").is_visible()
        assert not await visitor.page.locator(".site-head").is_visible()
        printed = await visitor.page.pdf(path=tmp_path / "page.pdf", format="A4")
        assert printed.startswith(b"%PDF")
        await visitor.page.emulate_media(media="screen")
