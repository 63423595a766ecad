"""Envelopes: opened once, within what their programme lets them hold, topped up, carried over."""

from typing import Any

from domain.envelopes.events import (
    CarriedOver,
    CarryOverReceived,
    EnvelopeOpened,
    EnvelopeToppedUp,
    FundsReserved,
)
from tests.domain.kit import Row, do
from tests.domain.rules import RULES, rulebook
from tests.domain.sample_people import ADMINISTRATOR
from tests.domain.vocabulary import WHY


def _instrument(key: str, **more: Any) -> dict[str, Any]:
    return {"instrument": key, "name": {"fr": key, "en": f"{key} (en)"}, "kind": "grant", **more}


_FAST = {"envelope_cents": 50_000_00, "circuit": [{"by": ["board"]}]}
FUNDED = rulebook(
    instruments=[
        _instrument("free"),
        _instrument(
            "yearly", envelope={"per_year_cents": 120_000_00, "fundings_per_year": 3}, fast_track=_FAST
        ),
        _instrument("whole", envelope={"total_cents": 1_505_000_00}),
        _instrument("both", envelope={"total_cents": 300_000_00, "per_year_cents": 100_000_00}),
        _instrument("label", kind="label"),
    ]
)
"""An instrument bounded by nothing, by the year, as a whole, by both; and one that has no amount."""


def envelope_opened(
    commitments: int, payments: int | None = None, fundings: int | None = None
) -> EnvelopeOpened:
    """An envelope of so many cents."""
    return EnvelopeOpened(
        rulebook=RULES.id,
        commitments_cents=commitments,
        payments_cents=payments,
        fundings_per_year=fundings,
        note=None,
    )


_YEARLY, _FREE = "essai/yearly/2026", "essai/free/2026"
_NEXT = "essai/yearly/2027"


def _row(
    rule: str,
    kind: str,
    envelope: str,
    then: Any,
    *given: Any,
    naming: Any = None,
    beside: Any = None,
    **fields: Any,
) -> Row:
    when = do(kind, envelope=envelope, actor=ADMINISTRATOR, **fields)
    return Row(rule, given, when, then, naming or {}, rulebook=FUNDED, beside=beside or {})


_OPENINGS = (
    _row(
        "an envelope is opened for an instrument and a year, its number of fundings is the rulebook's",
        "OpenEnvelope",
        _YEARLY,
        (envelope_opened(120_000_00, 60_000_00, 3),),
        commitments_cents=120_000_00,
        payments_cents=60_000_00,
    ),
    _row(
        "where the programme bounds nothing an envelope holds any amount",
        "OpenEnvelope",
        _FREE,
        (envelope_opened(999_000_000_00),),
        commitments_cents=999_000_000_00,
    ),
    _row(
        "a whole is bounded as a whole",
        "OpenEnvelope",
        "essai/whole/total",
        (envelope_opened(1_505_000_00),),
        commitments_cents=1_505_000_00,
    ),
    _row(
        "the accelerated circuit has an envelope of its own, which counts no fundings",
        "OpenEnvelope",
        "essai/yearly/fast-track/2026",
        (envelope_opened(50_000_00),),
        commitments_cents=50_000_00,
    ),
    _row(
        "an envelope is opened once",
        "OpenEnvelope",
        _FREE,
        "envelope_known",
        envelope_opened(1),
        commitments_cents=1,
    ),
    _row(
        "nothing is opened in the future",
        "OpenEnvelope",
        _FREE,
        "in_future",
        commitments_cents=1,
        effective_at="2026-11-24",
    ),
    _row(
        "an envelope is an instrument's",
        "OpenEnvelope",
        "essai/loan/2026",
        "unknown_instrument",
        naming={"instrument": "loan", "known": "free, yearly, whole, both, label"},
        commitments_cents=1,
    ),
    Row(
        "an envelope is a programme's that has rules",
        (),
        do("OpenEnvelope", envelope="rien/free/2026", commitments_cents=1),
        "unknown_programme",
        {"programme": "rien"},
        rulebook=None,
    ),
    *(
        _row(
            f"{rule}: {envelope}",
            "OpenEnvelope",
            envelope,
            "envelope_misfits",
            naming={"known": known},
            commitments_cents=1,
        )
        for rule, envelope, known in (
            ("what is bounded by the year has no whole", "essai/yearly/total", "–"),
            ("what is bounded as a whole has no years", "essai/whole/2026", "essai/whole/total"),
            ("without an accelerated circuit no envelope of it", "essai/free/fast-track/2026", _FREE),
            ("the accelerated circuit has one a year", "essai/yearly/fast-track/total", "–"),
            ("a label has no amount", "essai/label/2026", "–"),
        )
    ),
    *(
        _row(
            f"no more than the programme lets it hold: {envelope}",
            "OpenEnvelope",
            envelope,
            "above_ceiling",
            naming={"most": str(most), "asked": str(most + 1)},
            commitments_cents=most + 1,
        )
        for envelope, most in (
            (_YEARLY, 120_000_00),
            ("essai/yearly/fast-track/2026", 50_000_00),
            ("essai/whole/total", 1_505_000_00),
            ("essai/both/2026", 100_000_00),
            ("essai/both/total", 300_000_00),
        )
    ),
)

_TOP_UPS = (
    _row(
        "an envelope is topped up to what it may hold, its payments beyond",
        "TopUpEnvelope",
        _YEARLY,
        (EnvelopeToppedUp(commitments_cents=20_000_00, payments_cents=900_000_00, reason=WHY),),
        envelope_opened(100_000_00, 0),
        commitments_cents=20_000_00,
        payments_cents=900_000_00,
    ),
    _row(
        "topped up a second time it is still bounded",
        "TopUpEnvelope",
        _YEARLY,
        "above_ceiling",
        envelope_opened(100_000_00),
        EnvelopeToppedUp(commitments_cents=20_000_00, payments_cents=0, reason=WHY),
        naming={"most": "12000000", "asked": "12000001"},
        commitments_cents=1,
    ),
    _row(
        "what was carried in does not count towards the bound of the year, what was carried out neither",
        "TopUpEnvelope",
        _YEARLY,
        "above_ceiling",
        envelope_opened(120_000_00),
        CarriedOver(to=_NEXT, cents=50_000_00, reason=WHY),
        naming={"asked": "12000001"},
        commitments_cents=1,
    ),
    _row(
        "an envelope that is not open is not topped up",
        "TopUpEnvelope",
        _FREE,
        "unknown_envelope",
        commitments_cents=1,
    ),
    _row("nothing is added by nothing", "TopUpEnvelope", _FREE, "changes_nothing", envelope_opened(1)),
    _row(
        "what is not bounded is not topped up",
        "TopUpEnvelope",
        _FREE,
        "payments_unbounded",
        envelope_opened(1),
        payments_cents=1,
    ),
    Row(
        "without rules nobody says how much more it may hold",
        (envelope_opened(1),),
        do("TopUpEnvelope", envelope=_FREE, commitments_cents=1),
        "unknown_programme",
        rulebook=None,
    ),
)

_CARRY_OVERS = (
    _row(
        "what is free goes to another year, to the last cent, and both tell it",
        "CarryOver",
        _YEARLY,
        (
            CarriedOver(to=_NEXT, cents=70_000_00, reason=WHY),
            CarryOverReceived(source=_YEARLY, cents=70_000_00),
        ),
        envelope_opened(100_000_00),
        FundsReserved(funding="un", cents=30_000_00, counts=True),
        beside={f"envelope:{_NEXT}": (envelope_opened(120_000_00),)},
        to=_NEXT,
        cents=70_000_00,
    ),
    _row(
        "what is set aside stays",
        "CarryOver",
        _YEARLY,
        "envelope_exhausted",
        envelope_opened(100_000_00),
        FundsReserved(funding="un", cents=30_000_00, counts=True),
        naming={"envelope": _YEARLY, "balance": "7000000", "asked": "7000001"},
        beside={f"envelope:{_NEXT}": (envelope_opened(1),)},
        to=_NEXT,
        cents=70_000_01,
    ),
    _row(
        "what was carried in may be carried on",
        "CarryOver",
        _YEARLY,
        (CarriedOver(to=_NEXT, cents=3, reason=WHY), CarryOverReceived(source=_YEARLY, cents=3)),
        envelope_opened(1),
        CarryOverReceived(source="essai/yearly/2025", cents=2),
        beside={f"envelope:{_NEXT}": (envelope_opened(1),)},
        to=_NEXT,
        cents=3,
    ),
    _row(
        "nothing is carried over to an envelope that is not open",
        "CarryOver",
        _YEARLY,
        "unknown_envelope",
        envelope_opened(1),
        naming={"envelope": _NEXT},
        to=_NEXT,
        cents=1,
    ),
    _row(
        "nothing is carried over from an envelope that is not open",
        "CarryOver",
        _YEARLY,
        "unknown_envelope",
        naming={"envelope": _YEARLY},
        to=_NEXT,
        cents=1,
    ),
    *(
        _row(
            f"carried over between the years of one envelope only: not to {to}",
            "CarryOver",
            _YEARLY,
            "not_carried_there",
            envelope_opened(1),
            beside={f"envelope:{to}": (envelope_opened(1),)} if to != _YEARLY else {},
            to=to,
            cents=1,
        )
        for to in (
            _YEARLY,
            "essai/free/2027",
            "autre/yearly/2027",
            "essai/yearly/fast-track/2027",
            "essai/yearly/total",
        )
    ),
)

ROWS = (*_OPENINGS, *_TOP_UPS, *_CARRY_OVERS)
