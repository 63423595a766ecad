"""The criteria of a gate's item: how each was judged in this pass, and whether whoever asks may judge them."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.cooperations.state import Cooperation
from domain.rulebook import CriteriaRule, Names
from queries.offers import Offer, offer_of
from queries.visit import Visit, no_such_file


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion; ``met`` is None until somebody judged it in this pass."""

    key: str
    name: Names
    met: bool | None


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria of an item, of which ``at_least`` so many have to be met."""

    file: Cooperation
    item: str
    name: Names
    at_least: int
    criteria: Sequence[Criterion]
    judging: Offer | None


async def criteria_of(visit: Visit, key: str, item: str) -> Criteria:
    """Those of an item of the gate of the phase that a cooperation is in. Raises Failure where there are none."""
    file = await visit.file(key)
    rulebook = visit.rulebook(file.rulebook)
    phase = rulebook.phases.get(file.current.phase) if rulebook and file.passes else None
    found = phase.item(item) if phase else None
    if found is None or not isinstance(found.needs, CriteriaRule):
        raise no_such_file(item)
    judged = {one: file.judgements.get((file.current.number, item, one)) for one in found.needs.of}
    return Criteria(
        file=file,
        item=item,
        name=found.name,
        at_least=found.needs.at_least,
        criteria=[
            Criterion(one, name, known.met if (known := judged[one]) else None)
            for one, name in found.needs.of.items()
        ],
        judging=await offer_of(visit, file.key, "JudgeCriterion", {"item": item}),
    )
