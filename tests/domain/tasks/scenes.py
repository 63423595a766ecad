"""Files in which everything waits that can wait, each as it stands and with what stands beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from domain.bank.state import Account
from domain.cooperations.events.record import EntryCorrected
from domain.files.events import DeliveryReported
from domain.files.file import KeptFile
from domain.files.setting import State
from domain.fundings.events.payments import RefundRecorded
from domain.fundings.events.requests import FundsGivenBack, FundsReclaimed
from domain.kernel.ids import review_stream
from domain.kernel.moments import PARIS
from domain.kernel.values import Phase
from domain.reminders.view import FileView
from domain.reviews.conflicts import Conflict, conflicts_of
from domain.reviews.proposal import Condition
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from domain.tasks.any_file import tasks_of
from domain.tasks.bank import tasks_of_account
from domain.tasks.task import TaskLine
from tests.domain import granting, paying, reviewing, rules, signing
from tests.domain.kit import NOW, STREAM, Given, on, state_of
from tests.domain.sample_people import ELECTED
from tests.domain.vocabulary import (
    ABANDONMENT_ASKED,
    BEGUN,
    IN_DIAGNOSIS,
    MESSAGE,
    WHY,
    applied,
    declared,
    entered,
    reminded,
)


@dataclass(frozen=True)
class Scene:
    """What happened in a stream, by which rules, and in others that are read with it."""

    stream: str
    given: Given
    rulebook: Rulebook
    beside: Mapping[str, Given] = field(default_factory=dict)

    @cached_property
    def states(self) -> Mapping[str, State]:
        """What was read: the stream itself, its cooperation, and what stands beside it."""
        streams = {STREAM: BEGUN, **self.beside, self.stream: self.given}
        return {stream: state_of(stream, *given) for stream, given in streams.items()}

    @cached_property
    def view(self) -> FileView[KeptFile] | None:
        """The file as tasks are found in it; None for bank details."""
        state = self.states[self.stream]
        return FileView(state, self.rulebook, 9, NOW) if isinstance(state, KeptFile) else None

    def lines(self) -> Iterator[TaskLine]:
        """All that waits in it."""
        state = self.states[self.stream]
        if self.view:
            yield from tasks_of(self.view)
        elif isinstance(state, Account):
            yield from tasks_of_account(state, PARIS)

    def conflicts(self) -> tuple[Conflict, ...]:
        """What the reviews of the request tell, as read models keep it."""
        reviews = [one for one in self.states.values() if isinstance(one, Review)]
        told = (one for review in reviews for one in conflicts_of(review))
        return tuple(one for one in told if one.until is None or one.until >= NOW.date())


def _review_of_funding(*events: Any) -> Mapping[str, Given]:
    return {
        **granting.knowing(granting.wanted("by_either")),
        granting.IN_REVIEW: (*granting.review(), *events),
    }


def _selecting() -> Rulebook:
    calls = rules.CALLING.model_dump(mode="json", exclude_none=True)["calls"]
    item = {
        "item": "chosen",
        "name": {"fr": "n", "en": "n"},
        "needs": {"rule": "selected", "stage": "supported"},
    }
    phases = {
        "exploration": {"name": {"fr": "n", "en": "n"}, "gate": [item]},
        "experimentation": {"name": {"fr": "n", "en": "n"}, "gate": []},
    }
    period = {"since": "2026-01-01", "until": "2027-12-31"}
    return rules.rulebook(phases=phases, calls=calls, period=period, deadlines=[])


IN_DOUBT = (
    reminded("inactivity/e2", "due"),
    DeliveryReported(message=MESSAGE, delivery="unknown", code=None),
)
LAPSED = EntryCorrected(entry=3, happened_at=None, void=True, flags=(4,), reason=WHY)
CONDITIONS = (Condition(condition="lease", label="Bail signé", due=date(2026, 12, 1)),)
GIVEN_BACK = FundsGivenBack(tranches=("balance",), released=(paying.set_aside(1_000_000),), reason=WHY)
RECLAIMED = on("2026-10-05", FundsReclaimed(cents=50_000, reason=WHY))
REFUNDED = on("2026-10-06", RefundRecorded(cents=50_000, reference="REM-1", restored=()))
HALF = (*paying.TO_APPROVE, paying.approved()[0])
SETTLED = (*paying.PAID, GIVEN_BACK, paying.SUBMITTED, paying.ACCEPTED)
CONFLICTED = reviewing.declared(granting.JURY, conflict=True)
ALONE = paying.request("alone")
HALF_DECLARED = (
    reviewing.declared(reviewing.A),
    reviewing.given(reviewing.A),
    reviewing.declared(reviewing.B),
)
ENTRUSTED = reviewing.delegated(reviewing.B, reviewing.ELSEWHERE, date(2026, 12, 31))
ADVISED = (*reviewing.asked(funding=paying.FUNDING), reviewing.declared(reviewing.A))
BARRING = reviewing.asked("deciding", funding=paying.FUNDING, barred=ELECTED)
FROM_ANYWHERE = reviewing.invited(reviewing.A, reviewing.ELSEWHERE, of="organisation")
TIED = reviewing.voted("favourable", "favourable", "unfavourable", "unfavourable")


def _paid(*given: Any, rulebook: Rulebook = paying.PAID_BY, review: Given = ()) -> Scene:
    return Scene(paying.KEY, given, rulebook, {review_stream("avis"): review} if review else {})


def _asked(panel: str, *events: Any, **changes: Any) -> Scene:
    return Scene(reviewing.STREAM, reviewing.asked(panel, *events, **changes), reviewing.ASKING)


def _by_committee() -> Rulebook:
    named: dict[str, Any] = {"name": {"fr": "n", "en": "n"}, "panel": "committee"}
    seats = [{"role": "steering-committee", "of": "organisation"}, {"role": "jury"}]
    panel = {
        **named,
        "mode": "decisive",
        "members": seats,
        "chair": "board",
        "within": "P30D",
        "ladder": "short",
    }
    review = {**named, "review": "by_committee", "about": "funding"}
    grant = paying.instrument("grant", circuit=[{"by": ["committee"]}])
    return paying.funded(grant, panels=[panel], reviews=[review])


def _by_either(*events: Any) -> Scene:
    asked = granting.asked_and_judged(granting.wanted("by_either"))
    return Scene(paying.KEY, asked, granting.FUNDS, _review_of_funding(*events))


SCENES: Mapping[str, Scene] = {
    "a gate": Scene(STREAM, BEGUN, rules.RULES),
    "a gate with criteria": Scene(STREAM, BEGUN, rules.EVERYTHING),
    "a gate whose item is declared by managers": Scene(STREAM, BEGUN, rules.TRYING),
    "deliverables": Scene(STREAM, IN_DIAGNOSIS, rules.RULES),
    "an application": Scene(STREAM, applied(), _selecting()),
    "abandonment": Scene(STREAM, (*BEGUN, ABANDONMENT_ASKED), rules.RULES),
    "abandonment asked by who may settle it": Scene(
        STREAM, (*BEGUN, on("2026-02-02", ABANDONMENT_ASKED, granting.STEERING)), rules.RULES
    ),
    "a decision in doubt": Scene(
        STREAM, (*BEGUN, declared("go"), entered(Phase.DIAGNOSIS, 2), LAPSED), rules.RULES
    ),
    "a letter in doubt": Scene(STREAM, (*BEGUN, *IN_DOUBT), rules.RULES),
    "a request": _paid(paying.requested(paying.request())),
    "a request for the commission": Scene(paying.KEY, granting.ASKED, granting.FUNDS),
    "a request for either": _by_either(),
    "a request for either, with a conflict": _by_either(CONFLICTED),
    "a request for a panel from anywhere": _paid(
        paying.requested(paying.request()), rulebook=_by_committee()
    ),
    "a condition": _paid(*paying.awarded(conditions=CONDITIONS)),
    "an agreement": _paid(*paying.awarded(), paying.PREPARED),
    "tranches": _paid(*paying.awarded()),
    "an approval": _paid(*paying.TO_APPROVE),
    "a second approval": _paid(*HALF),
    "a payment to order": _paid(*paying.TO_PAY),
    "a payment to confirm": _paid(*paying.IN_FILE),
    "a payment, with a conflict": _paid(*paying.TO_PAY, review=ADVISED),
    "an approval, for whom the money is": _paid(*paying.TO_APPROVE, review=BARRING),
    "by one alone": _paid(*paying.awarded(ALONE), paying.asked_for("whole", ALONE.amount_cents, 1)),
    "a report to accept": _paid(*paying.PAID, paying.SUBMITTED),
    "a refund": _paid(*SETTLED, RECLAIMED),
    "a funding to close": _paid(*SETTLED, RECLAIMED, REFUNDED),
    "an amendment": Scene(paying.KEY, signing.proposing(amount_cents=2_500_000), granting.FUNDS),
    "an amendment to sign": Scene(
        paying.KEY,
        (
            *signing.proposing(signing.SIGNED, amount_cents=2_500_000),
            signing.amended(signing.SIGNED, 2_500_000),
        ),
        granting.FUNDS,
    ),
    "interests": _asked("whole_jury"),
    "opinions": _asked("whole_jury", *HALF_DECLARED),
    "opinions to confirm": _asked("whole_jury", *HALF_DECLARED, reviewing.revised()),
    "an opinion entrusted": _asked("whole_jury", *HALF_DECLARED, ENTRUSTED),
    "seats of the whole organisation": _asked(
        "named_few", reviewing.declared(reviewing.A), members=FROM_ANYWHERE
    ),
    "a tie": _asked("presided", *TIED),
    "bank details": Scene(paying.PAYEE, (paying.proposed(),), paying.PAID_BY),
}
"""By what waits in it."""
