"""Files in which everything waits that can wait, each as it stands and with what stands beside it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.cooperations.events.record import EntryCorrected
from domain.files.events import DeliveryReported
from domain.fundings.events.payments import RefundRecorded
from domain.fundings.events.requests import FundsGivenBack, FundsReclaimed
from domain.fundings.request import Party
from domain.kernel.ids import review_stream
from domain.kernel.values import Phase
from domain.reviews.proposal import Condition
from domain.rulebook import Rulebook
from tests.domain import granting, paying, reviewing, rules, signing
from tests.domain.kit import STREAM, Given, on
from tests.domain.sample_people import ELECTED
from tests.domain.tasks.scene import Scene
from tests.domain.tasks.scenes_of_acts import ACTS
from tests.domain.tasks.scenes_of_gates import GATES
from tests.domain.tasks.scenes_of_panels import PANELS
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

BETWEEN_TWO = paying.PREPARED.model_copy(
    update={"parties": (*paying.PREPARED.parties, Party(party="region", name="Région"))}
)


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
    beside = {paying.PAYEE: paying.ACCOUNT, paying.IN_ENVELOPE: paying.reserved()}
    return Scene(paying.KEY, given, rulebook, beside | ({review_stream("avis"): review} if review else {}))


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
    "an agreement": _paid(*paying.awarded(), BETWEEN_TWO),
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
    **ACTS,
    **GATES,
    **PANELS,
}
"""By what waits in it."""
