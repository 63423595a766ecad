"""Files moved to a later version from its page: what changes for each is read before anything is recorded."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from tests.cli.house import ADMINISTRATOR, NOUR
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse
from tests.web.programmes.conftest import PROGRAMME, SHEET, do

HERE = Path(__file__).parents[3] / "programmes"
LATER = f"{PROGRAMME}@9"
PAGE = f"/o/demo/programmes/{LATER}/migration"


def _later() -> dict[str, Any]:
    """The version that ships, with one more thing to be met in the first phase."""
    written: dict[str, Any] = yaml.safe_load((HERE / f"{PROGRAMME}.yaml").read_text("utf-8"))
    names = {"fr": "Charte provisoire", "en": "Draft charter"}
    gate = written["phases"]["exploration"]["gate"]
    gate.append({"item": "draft_charter", "name": names, "needs": {"rule": "declared"}})
    whole: dict[str, Any] = json.loads(json.dumps(written | {"version": 9}, default=str))
    return whole


def _read(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


async def test_ticked_files_are_moved_after_each_shows_what_changes(site_house: SiteHouse) -> None:
    """Two are ticked; both say what their gate asks as well; one press moves them, and nothing else."""
    house = site_house.house
    do(house, ADMINISTRATOR, {"type": "PublishRulebook", "rulebook": _later()})
    await site_house.fold()
    async with site_house.client_as(NOUR) as client:
        chosen = (await client.get(PAGE)).text
        assert {f"essai-{n}" for n in range(4)} <= set(re.findall(r'name="file" value="([^"]+)"', chosen))
        asked = {"command": "MigrateCooperation", "to": LATER, "file": ["essai-0", "essai-2"]}
        form = form_on((await client.get("/o/demo/lots", params=asked)).text)
        assert form.values["to"] == [LATER]
        checked = await client.post(form.action, data=form.filled(do="check", reason="Nouvelle version"))
        assert _read(checked.text).count("à remplir en plus : Charte provisoire (manque)") == 2, checked.text
        assert await _rulebooks(site_house) == {f"{PROGRAMME}@2"}
        done = await client.post(form.action, data=form_on(checked.text).filled(do="record"))
        result = _read((await client.get(done.headers["location"])).text)
    assert "2 enregistrés, 0 refusé" in result
    assert await _rulebooks(site_house, 0, 2) == {LATER}
    assert await _rulebooks(site_house, 1, 3) == {f"{PROGRAMME}@2"}


async def _rulebooks(site_house: SiteHouse, *numbers: int) -> set[str]:
    service = site_house.site.service
    files = [await service.files.file("demo", f"essai-{one}") for one in numbers or range(4)]
    return {one.rulebook for one in files if one}


async def test_one_file_shows_the_whole_preview_on_its_check_page(site_house: SiteHouse) -> None:
    """From the form of the command, too."""
    do(
        site_house.house,
        NOUR,
        SHEET | {"cooperation": "essai-9", "name": "Neuf", "programme": "tec", "call": None},
    )
    async with site_house.client_as(NOUR) as client:
        form = form_on(
            (await client.get("/o/demo/faire/MigrateCooperation?cooperation=essai-9&to=tec@1")).text
        )
        checked = await client.post(form.action, data=form.filled(do="check", reason="Essai"))
    assert "Ce qui en découle" in checked.text or checked.status_code == 409, checked.text
