"""The sheet of a file as its last event left it, folded from the ledger as ``show`` does."""

from typing import cast

from application.rulebooks.shelf import YamlRulebooks
from domain.cooperations.state import Cooperation
from domain.people.state import Organisation
from domain.registry.codec import decode_all
from domain.registry.folding import next_state
from domain.reminders.view import FileView
from eventstore.postgres import PostgresLedger
from projections.folder import view_of
from queries.sheet import Sheet, sheet_of
from tests.projections.making import ORGANISATION


async def sheet_now(ledger: PostgresLedger, rulebooks: YamlRulebooks, stream: str) -> Sheet:
    """As it stands."""
    entries = decode_all((await ledger.read_streams(ORGANISATION, {stream: 0}))[stream])
    state = next_state(stream, None, entries)
    assert isinstance(state, Cooperation)
    view = view_of(state, rulebooks, Organisation(), entries[-1])
    return sheet_of(cast("FileView[Cooperation]", view))
