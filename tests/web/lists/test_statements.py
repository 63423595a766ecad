"""Lists cost as many statements as pages of their kind may, however many files there are."""

import pytest

from tests.cli.house import NOUR, House
from tests.web.counting import COMMON, statements_of

MOST = {
    "/o/demo/": 7,
    "/o/demo/dossiers": 6,
    "/o/demo/dossiers?region=paca-corse&etat=active&q=noailles&tri=contact": 6,
    "/o/demo/dossiers?vue=phases": 7,
    "/o/demo/recherche?q=noailles": 2,
    "/o/demo/agenda": 5,
}


@pytest.mark.parametrize("address", MOST)
async def test_a_list_takes_so_many_statements(house: House, address: str) -> None:
    """Its own, and those of every page; a second time everything that can be kept is."""
    said = await statements_of(house, NOUR, address)
    assert len(said) == COMMON + MOST[address], said
