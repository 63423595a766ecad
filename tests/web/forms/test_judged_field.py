"""A number is judged when its field is left: by the rules and in the words of the form that is sent."""

import re

import pytest

from tests.cli.house import NOUR
from tests.support.imported import person_of
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse

WRONG, RIGHT = "11111111800002", "11111111800001"
PAYEE = "request.beneficiary.identifier"
REQUEST = (
    "/o/demo/faire/RequestFunding?cooperation=noailles&request.instrument=support&partie=beneficiary"
    "&request.beneficiary.kind=association&request.beneficiary.name=Collectif"
)
DETAILS = "/o/demo/faire/ProposeBankDetails"


@pytest.mark.parametrize(
    ("person", "address", "field", "button"),
    [(NOUR, REQUEST, PAYEE, "continue"), (person_of("ange"), DETAILS, "account", "record")],
)
async def test_a_number_is_judged_when_its_field_is_left(
    site_house: SiteHouse, person: str, address: str, field: str, button: str
) -> None:
    """As on sending, that field alone; nothing is kept or recorded."""
    before = (await site_house.site.service.ledger.head("demo")).position
    async with site_house.client_as(person) as client:
        form = form_on((await client.get(address)).text)

        async def said(number: str, pressed: str) -> list[str]:
            answer = await client.post(form.action, data=form.filled(do=pressed, **{field: number}))
            return re.findall(r'class="field-error">([^<]+)', answer.text)

        left = await said(WRONG, f"judge:{field}")
        assert len(left) == 1
        assert await said(RIGHT, f"judge:{field}") == await said("", f"judge:{field}") == []
        command_id = form.values["command_id"][0]
        draft = await client.get(f"{address.partition('?')[0]}?brouillon={command_id}")
        assert WRONG not in draft.text
        form.values |= (
            {"holder": ["Collectif"], "iban": ["FR7630006000011234567890189"]} if button == "record" else {}
        )
        assert left[0] in await said(WRONG, button)
    assert (await site_house.site.service.ledger.head("demo")).position == before
