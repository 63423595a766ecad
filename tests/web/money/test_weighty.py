"""The password is asked again before money is sent and before bank details are shown in full or given out."""

from collections.abc import AsyncIterator

import asyncpg
import httpx
import pytest

from tests.cli.beside_story import ANGE
from tests.web.forms.filling import form_on
from tests.web.house import ORGANISATION, SiteHouse

PASSWORD = "une phrase assez longue"  # noqa: S105 - of an invented person
PAYMENTS, DAY = "/o/demo/paiements", "2027-03-05"


@pytest.fixture
async def ange(site_house: SiteHouse) -> AsyncIterator[httpx.AsyncClient]:
    """A finance officer, signed in by a password, longer than ten minutes ago."""
    access = site_house.site.access
    account = await access.memberships.account_of(ORGANISATION, ANGE)
    assert account
    await access.accounts.set_password(account, await access.passwords.hash(PASSWORD))
    async with site_house.client() as client:
        door = {"address": "ange.epure@example.org", "password": PASSWORD}
        assert (await client.post("/connexion", data=door)).status_code == 303
        owner = await asyncpg.connect(site_house.house.database.superuser_dsn)
        await owner.execute("UPDATE access.sessions SET proved_at = now() - interval '11 minutes'")
        await owner.close()
        yield client


async def _proves(client: httpx.AsyncClient, stopped: httpx.Response) -> str:
    """Give the password; where that leads."""
    assert stopped.status_code == 303
    assert stopped.headers["location"].startswith("/connexion/verification?retour=")
    form = form_on((await client.get(stopped.headers["location"])).text)
    proved = await client.post("/connexion/verification", data=form.filled(password=PASSWORD))
    assert proved.status_code == 303
    return proved.headers["location"]


async def test_a_file_is_checked_again_after_the_password(
    ange: httpx.AsyncClient, site_house: SiteHouse
) -> None:
    """The day that was chosen is still there; nothing was recorded meanwhile."""
    form = form_on((await ange.get(f"{PAYMENTS}?onglet=a-remettre")).text)
    stopped = await ange.post(PAYMENTS, data=form.filled(do="check", day=DAY))
    back = await _proves(ange, stopped)
    again = form_on((await ange.get(back)).text)
    assert (again.values["day"], again.values["payment"]) == ([DAY], ["filature-2027/1"])
    checked = await ange.post(PAYMENTS, data=again.filled(do="check"))
    recorded = await ange.post(PAYMENTS, data=form_on(checked.text).filled(do="record"))
    assert recorded.headers["location"] == f"{PAYMENTS}/fichiers/{DAY}"
    streams = await site_house.site.service.ledger.streams("demo", "payment-file:")
    assert list(streams) == [f"payment-file:{DAY}"]


async def test_no_number_of_an_account_is_shown_before_it(
    ange: httpx.AsyncClient, site_house: SiteHouse
) -> None:
    """Nor noted as read."""
    account = "/o/demo/comptes/11111111800001"
    form = form_on((await ange.get(account)).text)
    assert await _proves(ange, await ange.post(account, data=form.values)) == account
    assert not await site_house.site.access.readings.latest("demo")
    shown = await ange.post(account, data=form.values)
    assert "FR14 2004 1010 0505 0001 3M02 606" in shown.text
