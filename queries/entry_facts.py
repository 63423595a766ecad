"""What an entry says of how it came about: how a gate held, how votes were counted, what each rule found."""

from dataclasses import asdict, dataclass
from typing import Any

from domain.files.entries import GateItemHeld
from domain.fundings.request import EligibilityFinding
from domain.reviews.events import VoteCounts
from domain.rulebook import Rulebook
from language import Text
from projections.timeline import TimelineEntry
from wording.findings import FindingTold, finding_told
from wording.naming import Naming


@dataclass(frozen=True, slots=True)
class ItemHeld:
    """An item of a gate by its name, how it held, and the entries of the file that show it."""

    item: str
    name: Text
    held: str
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found before an entry was recorded; nothing of most."""

    gate: tuple[ItemHeld, ...] = ()
    counts: VoteCounts | None = None
    findings: tuple[FindingTold, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """For programs, as far as there is anything; what eligibility found stands in the entry itself."""
        gate = {"gate": [asdict(one) | {"name": one.name._asdict()} for one in self.gate]}
        counts = {"counts": self.counts.model_dump(mode="json")} if self.counts else {}
        return {**(gate if self.gate else {}), **counts}


NO_FACTS = Facts()


def facts_of(entry: TimelineEntry, rulebook: Rulebook | None) -> Facts:
    """Of an entry as somebody may read it: one without its details says nothing."""
    said, naming = entry.details, Naming(rulebook)
    items = [GateItemHeld.model_validate(one, strict=False) for one in said.get("gate", ())]
    findings = [EligibilityFinding.model_validate(one, strict=False) for one in said.get("findings", ())]
    counts = said.get("counts") if entry.type == "ReviewConcluded" else None
    return Facts(
        gate=tuple(
            ItemHeld(one.item, Text(*naming.key("item", one.item)), one.held, one.entries) for one in items
        ),
        counts=VoteCounts.model_validate(counts, strict=False) if counts else None,
        findings=tuple(finding_told(one, rulebook) for one in findings),
    )
