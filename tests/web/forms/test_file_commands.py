"""What is brought in from a file: mistakes by their line, nothing brought twice."""

from pathlib import Path

from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse

EXAMPLES = Path(__file__).parents[3] / "examples"


async def _administrator(site_house: SiteHouse) -> str:
    people = await site_house.site.service.files.organisation("demo")
    return next(one.person for one in people.grants.values() if one.role == "administrator")


async def test_a_file_is_imported_once_with_a_result_for_each_item(site_house: SiteHouse) -> None:
    """The examples are there already; a file that cannot be read says where."""
    async with site_house.client_as(await _administrator(site_house)) as client:
        address = "/o/demo/faire/ImportCooperation"
        form = form_on((await client.get(address)).text)
        content = (EXAMPLES / "noailles.yaml").read_bytes()
        again = await client.post(address, data=form.filled(do="check"), files={"file": ("n.yaml", content)})
        broken = await client.post(address, data=form.filled(do="check"), files={"file": ("n.yaml", b"a: [")})
        nothing = await client.post(address, data=form.filled(do="check"))
    assert again.status_code == 200, again.text
    assert "1 sur 1" in again.text
    assert (broken.status_code, nothing.status_code) == (422, 422)
    assert "ligne" in broken.text
