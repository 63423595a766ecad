"""Where one goes on with what stopped in the middle: each kind of job has its page."""

from datetime import UTC, datetime

import pytest

from domain.fundings.commands.payments import ConfirmPayment
from queries.bulk import BULK_COMMANDS
from queries.tranches_in_bulk import COMMANDS as OF_TRANCHES
from web.forms.bulk import HAND_OVER
from web.forms.unfinished import unfinished
from web.sheets.recording import OF_SHEETS
from workspace.begun import BegunJob

NOW = datetime(2027, 3, 1, tzinfo=UTC)
PLACES = {
    HAND_OVER: "/o/demo/personnes/passation/lot-1",
    f"{OF_SHEETS}contacts": "/o/demo/importer/lot-1",
    ConfirmPayment.__name__: "/o/demo/paiements/releve/lot-1",
    **dict.fromkeys(OF_TRANCHES, "/o/demo/paiements/lot/lot-1"),
    **dict.fromkeys((one for one in BULK_COMMANDS if one not in OF_TRANCHES), "/o/demo/lots/lot-1"),
}


@pytest.mark.parametrize("command", PLACES)
def test_a_job_leads_to_the_page_that_goes_on_with_it(command: str) -> None:
    """By what it does: hand over, bring a sheet in, confirm, approve, order, or one act for many files."""
    [found] = unfinished("demo", [BegunJob("lot-1", command, NOW, 1, 2)])
    assert found.address == PLACES[command]
