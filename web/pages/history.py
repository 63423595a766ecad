"""The history of a file: what happened, who, why, under which rules; as of one day, as known on another."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

import links
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.kernel.folded import folded
from domain.kernel.moments import day_of
from queries.as_of import Then
from queries.families import FAMILIES, Family
from queries.history_narrowed import Narrowing, actors_named
from queries.history_part import HistoryFilter, HistoryPart, Place, history_part
from queries.refusals import NONE_REFUSED, refusals_of
from queries.visit import Visit, reached
from web.days_of_note import days_of_note
from web.failures import NoSuchPage
from web.pages.cooperation_head import file_page, head_of
from web.refused import with_refusals
from web.visiting import Visiting
from wording.pages import history as words
from wording.pages import refusals as refusal_words

router = APIRouter()


@dataclass(frozen=True)
class Asked:
    """What is asked of a history: from when, of which families, where it begins."""

    au: str = ""
    connu: str = ""
    montrer: Annotated[list[str] | None, Query()] = None
    decisions: str = ""
    refus: str = ""
    lignes: str = ""
    depuis: str = ""
    jusque: str = ""
    par: str = ""
    quoi: Annotated[list[str] | None, Query()] = None
    apres: int | None = None
    entree: int | None = None

    @property
    def then(self) -> Then:
        """The days that are asked about."""
        return Then(self.au, self.connu)

    @property
    def where(self) -> HistoryFilter:
        """The entries that are wanted: without a choice, all but the service's own."""
        chosen: frozenset[Family] = frozenset(one for one in FAMILIES if one in (self.montrer or ()))
        families = chosen or HistoryFilter().families
        return HistoryFilter(families, bool(self.decisions), self.narrowing, bool(self.lignes))

    @property
    def narrowing(self) -> Narrowing:
        """The span, the person and the kinds of entries that are wanted, by the words that people see."""
        kinds = tuple(filter(None, self.quoi or ()))
        return Narrowing(self.depuis, self.jusque, self.par.strip(), kinds)

    def address(self, organisation: str, key: str, after: int | None = None) -> str:
        """The same history from an entry on, by its position; from the last entry, if none is given."""
        return links.section(
            organisation,
            key,
            "historique",
            au=self.au,
            connu=self.connu,
            montrer=self.montrer or [],
            decisions=self.decisions,
            refus=self.refus,
            lignes=self.lignes,
            depuis=self.depuis,
            jusque=self.jusque,
            par=self.par,
            quoi=self.quoi or [],
            apres="" if after is None else after,
        )

    def _presets(self, visit: Visit, part: HistoryPart) -> Iterator[tuple[str, str]]:
        """Days that the file’s own entries make worth looking at, and the history as of each."""
        file = part.looked_up.file
        zone = visit.zone_of(file)
        for day, name in days_of_note(part.called, zone, day_of(visit.now, zone)):
            yield name, replace(self, au=day).address(visit.organisation, file.key)

    def _journal(self, visit: Visit, file: KeptFile) -> str | None:
        """Where the same is taken away; a cooperation’s has its reviews and fundings too."""
        if not isinstance(file, Cooperation):
            return None
        return links.section(
            visit.organisation,
            file.key,
            "journal",
            au=self.au,
            connu=self.connu,
            depuis=self.depuis,
            jusque=self.jusque,
            par=self.par,
            quoi=self.quoi or [],
        )

    async def shown(self, visit: Visit, key: str, part: HistoryPart) -> dict[str, Any]:
        """What a history is drawn from; with what was refused, if that is asked. Raises LedgerUnavailable."""
        refusals = await refusals_of(visit, part.looked_up, self.then) if self.refus else NONE_REFUSED
        people = await actors_named(visit, part.actors)
        everything = links.section(
            visit.organisation,
            key,
            "historique",
            au=self.au,
            connu=self.connu,
            depuis=self.depuis,
            jusque=self.jusque,
            par=self.par,
            montrer=list(FAMILIES),
        )
        return {
            "words": words,
            "then": self.then,
            "part": part,
            "where": self.where,
            "people": sorted(people.values(), key=folded),
            "kinds": words.kinds(part.kinds),
            "refusal_words": refusal_words,
            "refusals_shown": bool(self.refus),
            "shown": with_refusals(visit, part, refusals),
            "older": self.address(visit.organisation, key, part.after) if part.after is not None else None,
            "newest": None if part.first else self.address(visit.organisation, key),
            "everything": everything,
            "presets": list(self._presets(visit, part)),
            "journal": self._journal(visit, part.looked_up.file),
            "compare": _compare(visit, part.looked_up.file),
        }


def _compare(visit: Visit, file: KeptFile) -> str | None:
    """Where what changed on a sheet between two days is told: only cooperations have one."""
    return (
        links.section(visit.organisation, file.key, "changements") if isinstance(file, Cooperation) else None
    )


@router.get("/o/{organisation}/dossiers/{key}/historique")
async def of_cooperation(
    request: Request, visit: Visiting, key: str, asked: Annotated[Asked, Depends()]
) -> Response:
    """The last entries first; those of reviews and fundings among them."""
    async with reached():
        part = await history_part(visit, key, asked.then, asked.where, Place(asked.apres, asked.entree))
        shown = await asked.shown(visit, key, part)
    file = part.looked_up.file
    if not isinstance(file, Cooperation):
        raise NoSuchPage
    head, read = head_of(visit, file, asked.then, "historique"), part.history.extent
    return file_page(request, visit, "cooperation/history.html", head, read.position, **shown)
