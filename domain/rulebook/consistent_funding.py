"""Funding instruments: amounts that agree with each other, circuits that decide every amount."""

from collections.abc import Iterator
from decimal import Decimal

from domain.kernel.values import Role
from domain.rulebook.consistent_deadlines import known_ladder
from domain.rulebook.consistent_gates import must_last
from domain.rulebook.consistent_steps import step_mistakes
from domain.rulebook.findings import Finding, Path, twice, unknown
from domain.rulebook.funding import CapRule, Envelope, Instrument, Level, Tranche
from domain.rulebook.lengths import is_longer
from domain.rulebook.whole import Rulebook

_WHOLE = Decimal(100)


def funding_mistakes(rulebook: Rulebook) -> Iterator[Finding]:
    """What is wrong with the instruments."""
    known = [one.instrument for one in rulebook.instruments]
    yield from twice(("instruments",), known, "instrument")
    for index, instrument in enumerate(rulebook.instruments):
        path = ("instruments", index)
        yield from _amounts(path, instrument)
        yield from _maturity(path, instrument, rulebook)
        yield from _circuits(path, instrument, rulebook)
        yield from _tranches((*path, "tranches"), instrument.tranches)
        yield from _reports((*path, "reports"), instrument, rulebook)
        yield from step_mistakes((*path, "steps"), instrument, rulebook)
        others = [one for one in known if one != instrument.instrument]
        if instrument.carried_by and instrument.carried_by not in others:
            where = (*path, "carried_by")
            yield unknown(
                where, instrument.carried_by, others, "pas d’autre instrument", "no other instrument"
            )


def _amounts(path: Path, instrument: Instrument) -> Iterator[Finding]:
    envelope, most = instrument.envelope, instrument.most_cents
    where = (*path, "envelope")
    if _above(envelope.per_year_cents, envelope.total_cents):
        fr = "l’enveloppe d’une année dépasse le total"
        yield Finding((*where, "per_year_cents"), fr, "the envelope of a year is above the total")
    if _above(most, _smallest(envelope)):
        fr = "le plus haut montant dépasse l’enveloppe"
        yield Finding((*path, "most_cents"), fr, "the highest amount is above the envelope")
    if _above(instrument.least_cents, _smallest(envelope)):
        fr = "le plus bas montant dépasse l’enveloppe"
        yield Finding((*path, "least_cents"), fr, "the lowest amount is above the envelope")
    fast = instrument.fast_track
    if fast and _above(fast.envelope_cents, envelope.total_cents):
        fr = "l’enveloppe accélérée dépasse le total"
        yield Finding(
            (*path, "fast_track", "envelope_cents"), fr, "the accelerated envelope is above the total"
        )
    if instrument.cap:
        yield from _cap((*path, "cap"), instrument.cap)
    if instrument.lasting:
        shortest, longest = instrument.lasting
        yield from must_last((*path, "lasting", 0), shortest)
        if is_longer(shortest, longest):
            fr = "la plus courte durée dépasse la plus longue"
            yield Finding((*path, "lasting"), fr, "the shortest term is above the longest")


def _smallest(envelope: Envelope) -> int | None:
    bounds = [one for one in (envelope.per_year_cents, envelope.total_cents) if one is not None]
    return min(bounds, default=None)


def _above(amount: int | None, bound: int | None) -> bool:
    return amount is not None and bound is not None and amount > bound


def _cap(path: Path, cap: CapRule) -> Iterator[Finding]:
    if cap.raised is not None and cap.raised < cap.ordinary:
        fr = "le plafond relevé est en dessous de l’ordinaire"
        yield Finding((*path, "raised"), fr, "the raised cap is below the ordinary one")
    if cap.raised is not None and not cap.raised_in:
        fr = "un plafond relevé nulle part : ajoutez raised_in"
        yield Finding((*path, "raised"), fr, "a cap raised nowhere: add raised_in", given="raised_in")
    if cap.raised is None and cap.raised_in:
        fr, en = "de combien ? ajoutez raised", "raised to what? add raised"
        yield Finding((*path, "raised_in"), fr, en, given="raised")


def _maturity(path: Path, instrument: Instrument, rulebook: Rulebook) -> Iterator[Finding]:
    kinds = [one.kind for one in instrument.beneficiaries]
    yield from twice((*path, "beneficiaries"), kinds, "kind")
    yield from twice((*path, "expenses"), [one.expense for one in instrument.expenses], "expense")
    for index, beneficiary in enumerate(instrument.beneficiaries):
        yield from _stages((*path, "beneficiaries", index), beneficiary.maturity, rulebook)
    for index, expense in enumerate(instrument.expenses):
        yield from _stages((*path, "expenses", index), expense.maturity, rulebook)


def _stages(path: Path, stages: tuple[str, ...], rulebook: Rulebook) -> Iterator[Finding]:
    known = rulebook.maturity
    for number, stage in enumerate(stages):
        if stage not in known:
            yield unknown(
                (*path, "maturity", number), stage, known, "pas de maturité", "no stage of maturity"
            )


def _circuits(path: Path, instrument: Instrument, rulebook: Rulebook) -> Iterator[Finding]:
    circuits = {"circuit": instrument.circuit, "approvals": instrument.approvals}
    for name, levels in circuits.items():
        yield from _circuit((*path, name), levels, instrument.most_cents, rulebook)
    yield from _deciding((*path, "circuit"), instrument.circuit, rulebook)
    if fast := instrument.fast_track:
        where = (*path, "fast_track", "circuit")
        if not fast.circuit:
            fr, en = "personne ne décide : ajoutez un niveau", "nobody decides: add a level"
            yield Finding(where, fr, en)
        yield from _circuit(where, fast.circuit, None, rulebook)
        yield from _deciding(where, fast.circuit, rulebook)


def _deciding(path: Path, levels: tuple[Level, ...], rulebook: Rulebook) -> Iterator[Finding]:
    """A panel that decides is one that may, and that can be asked about the funding."""
    asked = {one.panel for one in rulebook.reviews if one.about == "funding"}
    for index, level in enumerate(levels):
        for number, body in enumerate(level.by):
            panel, where = rulebook.panel(body), (*path, index, "by", number)
            if panel and panel.mode == "advisory":
                fr, en = (
                    f"{body} donne son avis et ne décide pas",
                    f"{body} gives its opinion and does not decide",
                )
                yield Finding(where, fr, en)
            elif panel and panel.panel not in asked:
                fr = f"on ne saisit {body} d’aucun financement : ajoutez un avis (reviews, about: funding)"
                en = f"{body} is asked about no funding: add a review (about: funding)"
                yield Finding(where, fr, en)


def _circuit(
    path: Path, levels: tuple[Level, ...], most: int | None, rulebook: Rulebook
) -> Iterator[Finding]:
    bodies = (*map(str, Role), *(one.panel for one in rulebook.panels))
    reached: int | None = -1
    for index, level in enumerate(levels):
        if not level.by:
            yield Finding(
                (*path, index, "by"), "personne ne décide : remplissez by", "nobody decides: fill in by"
            )
        for number, body in enumerate(level.by):
            if str(body) not in bodies:
                where = (*path, index, "by", number)
                yield unknown(where, str(body), bodies, "ni rôle ni instance", "neither role nor panel")
        up_to = level.up_to_cents
        if reached is None or (up_to is not None and up_to <= reached):
            fr = "jamais atteint : un niveau plus haut vient avant"
            yield Finding((*path, index), fr, "never reached: a higher level comes before it")
        reached = up_to
    if levels and reached is not None and most is not None and most > reached:
        fr, en = f"personne ne décide au-delà de {reached} centimes", f"nobody decides above {reached} cents"
        yield Finding(path, fr, en)


def _tranches(path: Path, tranches: tuple[Tranche, ...]) -> Iterator[Finding]:
    yield from twice(path, [one.tranche for one in tranches], "tranche")
    total = sum((one.share for one in tranches), Decimal(0))
    if tranches and total != _WHOLE:
        yield Finding(path, f"les parts font {total} et non 100", f"the shares make {total}, not 100")
    for index, one in enumerate(tranches):
        if ("date" in one.when) != (one.after is not None):
            fr, en = "date et after vont ensemble dans une tranche", "date and after go together in a tranche"
            yield Finding((*path, index), fr, en)


def _reports(path: Path, instrument: Instrument, rulebook: Rulebook) -> Iterator[Finding]:
    yield from twice(path, [one.report for one in instrument.reports], "report")
    for index, report in enumerate(instrument.reports):
        yield from known_ladder((*path, index, "ladder"), report.ladder, rulebook)
