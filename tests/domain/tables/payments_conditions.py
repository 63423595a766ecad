"""What a tranche waits for: its agreement, the conditions of the decision, its own, citizens' contributions."""

from datetime import date, timedelta

from domain.fundings.events.payments import CharterHeard
from domain.fundings.events.requests import CitizenContributionRecorded, CoFundingConfirmed, ConditionMet
from domain.fundings.request import CoFunding
from domain.reviews.proposal import Condition
from tests.domain.kit import NOW, on
from tests.domain.paying import SIGNED, awarded, grant, request, requested
from tests.domain.tables.payments_tranches import ask, asked, row
from tests.domain.vocabulary import extended

BY = CoFunding(source="la-ville", name="La ville", origin="public", cents=1_000)
WAITING = awarded(request("waiting", 1_000_000, co_funding=(BY,)))
MATCHED = awarded(request("matched", 100_000))
DUE = Condition(condition="lease", label="Un bail", due=date(2026, 11, 22))
BOUND = (
    requested(request()),
    on("2026-02-02", grant(request(), conditions=(DUE,))),
)


def contributed(key: str, cents: int) -> CitizenContributionRecorded:
    """A citizen gave."""
    return CitizenContributionRecorded(contribution=key, cents=cents)


_AGREED = (
    row(
        "23 000 € a year need no agreement",
        awarded(request(cents=2_300_000)),
        ask(),
        asked("advance", 1_150_000, 2),
    ),
    row(
        "a cent more does",
        awarded(request(cents=2_300_001)),
        ask(),
        "agreement_missing",
        naming={"above": "2300000"},
    ),
    row(
        "twice as much in two years does not",
        awarded(request(cents=4_600_000, until=date(2027, 12, 31))),
        ask(),
        asked("advance", 2_300_000, 3),
    ),
    row(
        "less for half a year is what it is",
        awarded(request(cents=2_300_000, until=date(2026, 6, 30))),
        ask(),
        asked("advance", 1_150_000, 2),
    ),
    row(
        "signed by all, it may be asked for",
        (*awarded(request(cents=2_300_001)), *SIGNED),
        ask(),
        asked("advance", 1_150_000, 2),
    ),
)

_CONDITIONS = (
    row(
        "a condition past due blocks every tranche",
        BOUND,
        ask(),
        "conditions_overdue",
        naming={"conditions": "lease"},
    ),
    row(
        "a condition blocks nothing on its day",
        BOUND,
        ask(effective_at="2026-02-03"),
        asked("advance", 1_000_000, 2),
        now=NOW - timedelta(days=1),
    ),
    row(
        "a condition that is met blocks nothing",
        (*BOUND, ConditionMet(condition="lease", document=None, note=None)),
        ask(),
        asked("advance", 1_000_000, 2),
    ),
    row(
        "a condition that was given time blocks nothing until then",
        (*BOUND, on("2026-11-01", extended("condition", "condition/lease", date(2026, 12, 1)))),
        ask(),
        asked("advance", 1_000_000, 2),
    ),
    row(
        "charter and co-funding are waited for",
        WAITING,
        ask("first"),
        "tranche_not_due",
        naming={"conditions": "charter-signed, co-funding-confirmed"},
    ),
    row(
        "a charter alone does not do",
        (*WAITING, CharterHeard(signed="2026-03-01")),
        ask("first"),
        "tranche_not_due",
        naming={"conditions": "co-funding-confirmed"},
    ),
    row(
        "with both, it may be asked for",
        (*WAITING, CharterHeard(signed="2026-03-01"), CoFundingConfirmed(source="la-ville", document=None)),
        ask("first"),
        asked("first", 300_000),
    ),
    row(
        "a charter that never was signed holds nothing",
        (
            *WAITING,
            CharterHeard(signed="2026-03-01"),
            CharterHeard(signed=None),
            CoFundingConfirmed(source="la-ville", document=None),
        ),
        ask("first"),
        "tranche_not_due",
    ),
    row(
        "a date is counted from an agreement that is awaited",
        WAITING,
        ask("second"),
        "tranche_not_due",
        naming={"conditions": "date"},
    ),
    row(
        "a date has come on its day, so long after the agreement begins",
        (*WAITING, *SIGNED),
        ask("second", effective_at="2026-08-01"),
        asked("second", 300_000),
    ),
    row(
        "a date has not come the day before",
        (*WAITING, *SIGNED),
        ask("second", effective_at="2026-07-31"),
        "tranche_not_due",
    ),
    row(
        "an agreement is waited for",
        WAITING,
        ask("third"),
        "tranche_not_due",
        naming={"conditions": "agreement-signed"},
    ),
    row("signed, it may be asked for", (*WAITING, *SIGNED), ask("third"), asked("third", 400_000)),
    row(
        "a tranche is at most what is matched so far",
        (*awarded(request("matched", 99_999)), contributed("c1", 49_999)),
        ask("whole"),
        "not_matched",
        naming={"matched": "99998", "asked": "99999"},
    ),
    row(
        "matched to the cent, it may be asked for",
        (*MATCHED, contributed("c1", 49_999), contributed("c2", 1)),
        ask("whole"),
        asked("whole", 100_000),
    ),
)


ROWS = (*_AGREED, *_CONDITIONS)
