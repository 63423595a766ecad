"""The tranches of a funding: their amounts, who approves them, and how an amendment changes them. Integer cents."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from domain.fundings.request import Instalment
from domain.fundings.state import Funding, TrancheState
from domain.kernel.values import Role
from domain.rulebook import Instrument, Level, Names
from domain.rulebook.funding import Tranche

WHOLE, SUPPLEMENT = "whole", "supplement"
_ALL = Decimal(100)
_PAYMENT = Names(fr="Versement", en="Payment")
_MORE = Names(fr="Complément", en="Supplement")
_BY_ONE = (Level(by=(Role.ELECTED_REPRESENTATIVE, Role.BOARD)),)
"""Who approves a tranche where the rulebook names nobody."""


def first_schedule(instrument: Instrument, cents: int) -> tuple[Instalment, ...]:
    """The amount in tranches: each its share rounded down to the cent, the last takes the rest.

    One tranche ``whole`` where the rulebook names none; no tranche of nothing at all.
    """
    if cents == 0:
        return ()
    rules = instrument.tranches or (_whole(),)
    parts = _divided(cents, [Fraction(one.share) / 100 for one in rules])
    return tuple(
        Instalment(tranche=rule.tranche, cents=part) for rule, part in zip(rules, parts, strict=True)
    )


def amended_schedule(funding: Funding, instrument: Instrument, cents: int) -> tuple[Instalment, ...]:
    """All tranches once the funding is of ``cents``: those paid, on their way or released keep their amount.

    The difference spreads over those planned, by their shares, each part rounded down, the last takes the rest; none
    goes below nothing. Where none is planned, more is a tranche of its own, on the terms of the last one. Below
    ``least_total`` it gives that.
    """
    planned = [one for one in funding.tranches.values() if one.stage == "planned"]
    difference = cents - sum(one.cents for one in funding.tranches.values())
    if not planned:
        more = (Instalment(tranche=_supplement(funding), cents=difference),) if difference > 0 else ()
        return (*_as_it_is(funding), *more)
    changed = _spread(planned, instrument, difference)
    return tuple(
        Instalment(tranche=one.tranche, cents=changed.get(one.tranche, one.cents))
        for one in funding.tranches.values()
    )


def least_total(funding: Funding) -> int:
    """What an amendment cannot go below: what is paid, on its way or released."""
    return sum(one.cents for one in funding.tranches.values() if one.stage != "planned")


def rescheduled(
    tranches: Mapping[str, TrancheState], schedule: Sequence[Instalment]
) -> Mapping[str, TrancheState]:
    """The tranches after a schedule: those that are not planned any more keep their amount and stage."""
    return {
        one.tranche: replace(known, cents=one.cents if known.stage == "planned" else known.cents)
        for one in schedule
        for known in (tranches.get(one.tranche, TrancheState(one.tranche, one.cents)),)
    }


def tranche_rule(instrument: Instrument, key: str) -> Tranche:
    """What holds for a tranche: as the rulebook says, or as for its last one where an amendment added it."""
    known = next((one for one in instrument.tranches if one.tranche == key), None)
    if known:
        return known
    if key == WHOLE:
        return _whole()
    when = instrument.tranches[-1] if instrument.tranches else _whole()
    return when.model_copy(update={"tranche": key, "name": _MORE, "share": _ALL})


def approval_levels(instrument: Instrument, cents: int) -> tuple[Level, ...]:
    """The levels that approve a tranche of that amount, in order, up to the first that reaches it."""
    levels = instrument.approvals or _BY_ONE
    reaching = (
        number
        for number, one in enumerate(levels, start=1)
        if one.up_to_cents is None or cents <= one.up_to_cents
    )
    return levels[: next(reaching, len(levels))]


def level_to_approve(instrument: Instrument, tranche: TrancheState) -> Level | None:
    """The level whose approval a tranche awaits; None if it awaits none."""
    if tranche.stage != "requested":
        return None
    return approval_levels(instrument, tranche.cents)[len(tranche.approved_by)]


def matched_cents(funding: Funding, instrument: Instrument) -> int | None:
    """What citizens' contributions have matched so far; None where nothing is matched."""
    if instrument.matching is None:
        return None
    per_euro = instrument.matching.authority + instrument.matching.companies
    return sum(funding.contributions.values()) * per_euro


def drawn_cents(funding: Funding) -> int:
    """What was asked for of the tranches, and not sent back nor released."""
    return sum(one.cents for one in funding.tranches.values() if one.stage not in ("planned", "released"))


def _whole() -> Tranche:
    return Tranche(tranche=WHOLE, name=_PAYMENT, share=_ALL, when=())


def _supplement(funding: Funding) -> str:
    number = sum(one.startswith(SUPPLEMENT) for one in funding.tranches) + 1
    return f"{SUPPLEMENT}_{number}"


def _as_it_is(funding: Funding) -> tuple[Instalment, ...]:
    return tuple(Instalment(tranche=one.tranche, cents=one.cents) for one in funding.tranches.values())


def _divided(cents: int, shares: Sequence[Fraction]) -> list[int]:
    parts = [int(cents * share) for share in shares[:-1]]
    return [*parts, cents - sum(parts)]


def _spread(planned: Sequence[TrancheState], instrument: Instrument, difference: int) -> Mapping[str, int]:
    """The amounts of those planned; what the last cannot give, those before it do."""
    shares = [Fraction(tranche_rule(instrument, one.tranche).share) for one in planned]
    whole = sum(shares) or Fraction(1)
    parts = _divided(abs(difference), [share / whole for share in shares])
    if difference >= 0:
        return {one.tranche: one.cents + part for one, part in zip(planned, parts, strict=True)}
    left = [one.cents - min(one.cents, part) for one, part in zip(planned, parts, strict=True)]
    owed = sum(left) - max(0, sum(one.cents for one in planned) + difference)
    for index in reversed(range(len(left))):
        cut = min(owed, left[index])
        left[index] -= cut
        owed -= cut
    return {one.tranche: rest for one, rest in zip(planned, left, strict=True)}
