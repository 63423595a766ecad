"""Two people on one file: what the other decided meanwhile is shown before one's own act is recorded."""

from tests.cli.house import NOUR
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse

PAUSE = "/o/demo/faire/PauseCooperation?cooperation=noailles"


async def test_what_somebody_else_decided_is_shown_and_recorded_all_the_same_if_wanted(
    site_house: SiteHouse,
) -> None:
    """A correction by a colleague lands first; the text stays; the second press records it."""
    colleague = await _colleague(site_house)
    async with site_house.client_as(NOUR) as mine, site_house.client_as(colleague) as theirs:
        form = form_on((await mine.get(PAUSE)).text)
        other = form_on((await theirs.get("/o/demo/faire/CorrectEntry?cooperation=noailles")).text)
        correction = {"entry": other.offered["entry"][0], "happened_at.year": "2020", "reason": "Vérifié"}
        corrected = await theirs.post(other.action, data=other.filled(do="record", **correction))
        assert corrected.status_code == 303, corrected.text[corrected.text.index("error-summary") :][:600]
        overtaken = await mine.post(
            form.action, data=form.filled(do="record", reason="Travaux jusqu’à l’été")
        )
        assert overtaken.status_code == 409
        assert "Enregistrer quand même" in overtaken.text
        again = form_on(overtaken.text)
        assert again.values["reason"] == ["Travaux jusqu’à l’été"]
        recorded = await mine.post(again.action, data=again.filled(do="record"))
        assert recorded.status_code == 303, recorded.text[recorded.text.index("error-summary") :][:600]


async def _colleague(site_house: SiteHouse) -> str:
    """Somebody else who is in charge of the file."""
    file = await site_house.site.service.files.cooperation("demo", "noailles")
    assert file is not None
    return next(one for one in file.managers if one != NOUR)
