"""Files with an act that the rules refused: they try it again when what the rules looked at changes elsewhere.

A panel gets a member, an envelope is opened: that is recorded in other streams than the file's own.
"""

from collections.abc import Iterable, Sequence

from application.files import Files
from domain.kernel.ids import ORGANISATION_STREAM, envelope_stream, file_of
from domain.kernel.ledger import Ledger, StoredEvent

_REFUSED = "ActRefused"
_ENVELOPES = envelope_stream("")


class RefusedActs:
    """Keeps, for one ledger that is read in order, which files may have such an act."""

    def __init__(self, organisation: str, ledger: Ledger, files: Files) -> None:
        self._organisation = organisation
        self._ledger = ledger
        self._files = files
        self._concerned: set[str] | None = None
        """None until somebody asks: then the whole ledger is looked through, once."""

    def forget(self) -> None:
        """Look through the ledger anew next time: it went back."""
        self._concerned = None

    async def to_try_again(self, page: Sequence[StoredEvent]) -> Sequence[str]:
        """The files that are to try again after a page of the ledger was read. Raises LedgerUnavailable."""
        if self._concerned is not None:
            self._concerned.update(_files(one.stream for one in page if _REFUSED.encode() in one.body))
        if not any(one.stream == ORGANISATION_STREAM or one.stream.startswith(_ENVELOPES) for one in page):
            return ()
        if self._concerned is None:
            streams = await self._ledger.streams_with(self._organisation, (_REFUSED,), None)
            self._concerned = _files(streams)
        self._concerned = {one for one in self._concerned if await self._waits(one)}
        return sorted(self._concerned)

    async def _waits(self, file: str) -> bool:
        state = await self._files.file(self._organisation, file)
        return state is not None and not state.ended and bool(state.acts.refused)


def _files(streams: Iterable[str]) -> set[str]:
    return {file for one in streams if (file := file_of(one))}
