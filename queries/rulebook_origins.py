"""Where the versions of programmes come from: published here by whom, when and why, or shipped with the service."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.moments import day_of
from domain.kernel.prose import Altered
from domain.people.events import RulebookAdopted, RulebookPublished
from domain.registry.codec import decode_all
from queries.visit import Visit, reached
from wording.altered import in_place_of


@dataclass(frozen=True, slots=True)
class RulebookOrigin:
    """Since which day a version is published, or gone by where it ships with the service."""

    on: date
    by: str | None = None
    """The name of who published it; None where nobody did, or it is not known any more."""
    reason: str | None = None


async def rulebook_origins(visit: Visit) -> Mapping[str, RulebookOrigin]:
    """The origins of all versions that anything was decided under, by id. Raises Failure."""
    async with reached():
        stored = await visit.service.ledger.read_streams(visit.organisation, {ORGANISATION_STREAM: 0})
        found: dict[str, RulebookOrigin] = {}
        for one in decode_all(stored.get(ORGANISATION_STREAM, ())):
            if one.recorded_at is None:
                continue
            day = day_of(one.recorded_at, visit.zone)
            match one.event:
                case RulebookPublished() as event:
                    names = await visit.names({one.actor})
                    place = event.reason.vault if event.reason else None
                    texts: Mapping[str, str | Altered] = await visit.texts([place]) if place else {}
                    reason = in_place_of(texts[place]) if place and place in texts else None
                    found[f"{event.programme}@{event.number}"] = RulebookOrigin(
                        day, names.get(one.actor), reason
                    )
                case RulebookAdopted(rulebook=rulebook):
                    found.setdefault(rulebook, RulebookOrigin(day))
    return found
