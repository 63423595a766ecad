"""Money that could never be paid or carried; rungs of panels, steps and reports that are never sent."""

from collections.abc import Iterator

from domain.rulebook.findings import Finding, Path, warning
from domain.rulebook.funding import Instrument
from domain.rulebook.lengths import is_negative, lies_before
from domain.rulebook.whole import Rulebook

_PUBLIC = "public"
"""The share that another instrument may carry."""
_BEFORE_ITS_CLOCK = frozenset({"condition", "renewal"})
"""Steps that are due about a day that is known long before."""


def funding_warnings(rulebook: Rulebook) -> Iterator[Finding]:
    """What is strange about the instruments, and about the clocks of reviews and fundings."""
    for index, panel in enumerate(rulebook.panels):
        yield from unsent(("panels", index, "ladder"), panel.ladder, panel.within, rulebook)
    for index, instrument in enumerate(rulebook.instruments):
        path = ("instruments", index)
        yield from _never(path, instrument)
        for name, step in instrument.steps.items():
            if name not in _BEFORE_ITS_CLOCK:
                yield from unsent((*path, "steps", name, "ladder"), step.ladder, step.within, rulebook)
        for number, report in enumerate(instrument.reports):
            if not is_negative(report.within):
                where = (*path, "reports", number, "ladder")
                yield from unsent(where, report.ladder, report.within, rulebook)


def _never(path: Path, instrument: Instrument) -> Iterator[Finding]:
    for index, tranche in enumerate(instrument.tranches):
        if "report-accepted" in tranche.when and not instrument.reports:
            fr, en = "jamais due : aucun rapport n’est demandé", "never due: no report is asked for"
            yield warning((*path, "tranches", index, "when"), fr, en)
    if instrument.carried_by and _PUBLIC not in instrument.shares:
        fr = f"rien à porter : shares ne nomme pas de part {_PUBLIC}"
        yield warning((*path, "carried_by"), fr, f"nothing to carry: shares names no {_PUBLIC} part")


def unsent(path: Path, ladder: str, within: str, rulebook: Rulebook) -> Iterator[Finding]:
    """The rungs of a ladder that lie before a clock of that length begins."""
    for rung in rulebook.ladders[ladder]:
        if lies_before(rung.offset, within):
            fr = f"{rung.rung} n’est jamais envoyé : {rung.offset} tombe avant que le délai commence"
            en = f"{rung.rung} is never sent: {rung.offset} lies before the time begins"
            yield warning(path, fr, en)
