"""Bodies that are asked for nothing, or for more than they can do; roles that nobody names; amounts nobody reaches."""

from collections.abc import Iterator

from domain.kernel.values import Role
from domain.rulebook.findings import Finding, warning
from domain.rulebook.funding import Instrument, Level
from domain.rulebook.gates import CriteriaRule, DeclaredRule
from domain.rulebook.whole import Rulebook


def body_warnings(rulebook: Rulebook) -> Iterator[Finding]:
    """What is strange about panels, roles and circuits."""
    yield from _panels(rulebook)
    yield from _roles(rulebook)
    for index, instrument in enumerate(rulebook.instruments):
        envelope, least = instrument.envelope, instrument.least_cents
        number, year = envelope.fundings_per_year, envelope.per_year_cents
        if least is not None and number and year is not None and number * least > year:
            fr = f"l’enveloppe d’une année n’en paie pas {number}, même au plus bas montant"
            en = f"the envelope of a year does not pay {number} of them, even of the lowest amount"
            yield warning(("instruments", index, "envelope", "fundings_per_year"), fr, en)


def _panels(rulebook: Rulebook) -> Iterator[Finding]:
    asked = {one.panel for one in rulebook.reviews}
    deciding = {str(body) for one in rulebook.instruments for level in _levels(one) for body in level.by}
    for index, panel in enumerate(rulebook.panels):
        path = ("panels", index)
        if panel.panel not in asked | deciding:
            fr, en = "on ne demande rien à cette instance", "nothing is asked of this panel"
            yield warning(path, fr, en)
        if panel.chair and panel.members and panel.chair not in [seat.role for seat in panel.members]:
            fr, en = "la présidence n’est pas parmi les membres", "the chair is not among the members"
            yield warning((*path, "chair"), fr, en)


def _levels(instrument: Instrument) -> tuple[Level, ...]:
    fast = instrument.fast_track.circuit if instrument.fast_track else ()
    return (*instrument.circuit, *instrument.approvals, *fast)


def _roles(rulebook: Rulebook) -> Iterator[Finding]:
    """Roles that are reminded though the programme, which names its contacts, gives them nothing to do."""
    if not rulebook.contacts:
        return
    named = _named(rulebook)
    for key, rungs in rulebook.ladders.items():
        for index, rung in enumerate(rungs):
            if isinstance(rung.to, Role) and rung.to not in named:
                fr = f"{rung.to} est relancé, mais n’est ni parmi les contacts ni chargé de rien"
                en = f"{rung.to} is reminded, but is neither among the contacts nor in charge of anything"
                yield warning(("ladders", key, index, "to"), fr, en)


def _named(rulebook: Rulebook) -> set[Role]:
    needs = [item.needs for phase in rulebook.phases.values() for item in phase.gate]
    funnel = rulebook.calls.funnel if rulebook.calls else ()
    levels = [level for one in rulebook.instruments for level in _levels(one)]
    paying = {Role.FINANCE_OFFICER} if rulebook.instruments else set()
    return {
        *paying,
        *rulebook.contacts,
        *rulebook.waives,
        *rulebook.settles_abandonment,
        *(role for one in needs if isinstance(one, DeclaredRule | CriteriaRule) for role in one.by),
        *(role for stage in funnel for role in stage.by),
        *(seat.role for panel in rulebook.panels for seat in panel.members),
        *(role for level in levels for role in Role if role in level.by),
    }
