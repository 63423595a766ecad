"""What a tranche still waits for: conditions that do not hold yet, and which bodies approve it."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.fundings.conditions import agreement_lacks, unmet
from domain.fundings.schedule import approval_levels, level_to_approve, tranche_rule
from domain.fundings.state import Funding, TrancheState
from domain.kernel.values import Body
from domain.reminders.view import FileView
from domain.rulebook import Instrument


@dataclass(frozen=True, slots=True)
class TrancheAwaits:
    """Of one tranche: its conditions, those of them that are missing, and whose approval comes next."""

    conditions: tuple[str, ...]
    missing: tuple[str, ...]
    approval: tuple[Body, ...]
    """Bodies; none once all levels have approved it."""


def awaits_of(view: FileView[Funding]) -> Mapping[str, TrancheAwaits]:
    """By tranche, for those that are not paid or released; empty without rules."""
    funding, instrument = view.file, view.rulebook.instrument(view.file.instrument)
    if instrument is None:
        return {}
    return {
        key: _awaits(view, instrument, one)
        for key, one in funding.tranches.items()
        if one.stage not in ("paid", "released")
    }


def _awaits(view: FileView[Funding], instrument: Instrument, tranche: TrancheState) -> TrancheAwaits:
    funding, planned = view.file, tranche.stage == "planned"
    conditions = tranche_rule(instrument, tranche.tranche).when
    lacking = unmet(funding, instrument, tranche.tranche, view.recorded_at, view.zone) if planned else ()
    if planned and agreement_lacks(funding, instrument):
        lacking = tuple(dict.fromkeys(("agreement-signed", *lacking)))
    first = (
        approval_levels(instrument, tranche.cents)[0] if planned else level_to_approve(instrument, tranche)
    )
    return TrancheAwaits(tuple(dict.fromkeys((*conditions, *lacking))), lacking, first.by if first else ())
