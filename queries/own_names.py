"""What files call their own parts (stakeholders, experiments, parties, conditions), for entries that hold their ids."""

from collections.abc import Iterable, Mapping

from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.kernel.ids import stream_of
from queries.visit import Visit
from wording.naming import Naming

OwnNames = Mapping[str, Mapping[str, str]]
"""By the key of a file: its parts by their ids, with those of its cooperation."""


def own_names(files: Iterable[KeptFile]) -> OwnNames:
    """The names of the parts of these files: a cooperation, and what money was asked for in it."""
    kept = list(files)
    cooperations = {one.id: Naming(file=one).of_file for one in kept if isinstance(one, Cooperation)}
    return {
        one.key: {
            **(cooperations.get(one.cooperation, {}) if isinstance(one, Funding) else {}),
            **Naming(file=one).of_file,
        }
        for one in kept
    }


async def own_names_of(visit: Visit, keys: Iterable[str]) -> OwnNames:
    """The same for files by their keys, as far as the person may read them. Raises LedgerUnavailable."""
    streams = [stream_of(one) for one in keys]
    states = await visit.states(streams)
    return own_names(one for one in states.values() if isinstance(one, KeptFile) and visit.may_read(one))
