"""Any sequence of decisions about money: no envelope is exceeded, nothing is paid twice, no person acts twice.

How far a run gets is chance; ``test_money_life`` shows that the machine can get everywhere.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from domain.fundings.state import Funding
from domain.kernel.refusal import Refusal
from tests.domain.fundings.money_checks import CHECKS
from tests.domain.fundings.money_world import CREW, ENVELOPES, FUNDINGS, YEARS, World, day, plan
from tests.domain.paying import IBAN, SIRET

Rule = TypeVar("Rule", bound=Callable[..., None])

people = st.permutations(CREW)
amounts = st.integers(1, 6_000).map(lambda cents: max(cents, 200))
some = st.integers(0, 11)
"""Which of those there are."""


def there_are(what: str) -> Callable[[Rule], Rule]:
    """A rule that needs something to be about."""
    return precondition(lambda self: bool(getattr(self, what)))


class AnyMoney(RuleBasedStateMachine):
    """Two years' envelopes, three fundings, lived at random."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()

    def ask(self, kind: str, actors: list[str], **fields: Any) -> bool:
        """Whether the first who may do it, did; who may not is refused, and changes nothing."""
        for actor in actors:
            before = dict(self.world.states)
            if not isinstance(self.world.ask(kind, actor, **fields), Refusal):
                return True
            assert self.world.states == before
        return False

    @property
    def granted(self) -> list[Funding]:
        """The fundings that run."""
        return [one for one in self.world.fundings.values() if one.stage == "granted"]

    @property
    def ever_granted(self) -> list[Funding]:
        """Those that run, and those that are closed."""
        return [one for one in self.world.fundings.values() if one.stage in ("granted", "closed")]

    @property
    def payments(self) -> list[tuple[str, int]]:
        """Every payment there was."""
        return [(one.id, number) for one in self.world.fundings.values() for number in one.payments]

    @property
    def on_their_way(self) -> list[tuple[str, int]]:
        """Those that are ordered, or left in a file."""
        known = self.world.fundings
        return [one for one in self.payments if known[one[0]].payments[one[1]].stage in ("ordered", "issued")]

    @property
    def amendments(self) -> list[tuple[str, str]]:
        """Every amendment there was."""
        return [(one.id, key) for one in self.world.fundings.values() for key in one.amendments]

    @initialize(
        cents=st.integers(3_000, 12_000),
        payable=st.sampled_from([None, -1, 0, 3_000]),
        asked=st.lists(amounts, min_size=3, max_size=3),
        who=people,
    )
    def begin(self, cents: int, payable: int | None, asked: list[int], who: list[str]) -> None:
        """Both years' envelopes, the accounts of the payee and of the organisation, three requests.

        What may be paid in a year is just enough for the first advance, a cent too little, more, or not bounded.
        """
        payable = None if payable is None else asked[0] * 60 // 100 + payable
        for year in YEARS:
            opened = {"envelope": ENVELOPES[year], "commitments_cents": cents, "payments_cents": payable}
            assert self.ask("OpenEnvelope", who, **opened)
        for account in (SIRET, "paying"):
            assert self.ask("ProposeBankDetails", who[:1], account=account, holder="Les Rives", iban=IBAN)
            assert self.ask("ConfirmBankDetails", who[1:], account=account, version=1)
        for key, amount in zip(FUNDINGS, asked, strict=True):
            request = self.world.request(amount)
            assert self.ask("RequestFunding", who, funding=key, cooperation="rives", request=request)

    @rule(which=some, steps=st.lists(people, min_size=1, max_size=8))
    def go_on(self, which: int, steps: list[list[str]]) -> None:
        """The next steps of a funding, whatever they are, each by the first who may: most of what happens."""
        key = FUNDINGS[which % len(FUNDINGS)]
        for actors in steps:
            funding = self.world.funding(key)
            if funding.stage == "requested":
                self._grant(funding, actors)
            elif funding.stage == "granted":
                self._onward(funding, actors)

    def _grant(self, funding: Funding, actors: list[str]) -> None:
        """All of it; else a cent more than there is, which nobody can; else all that there is."""
        left = self.world.envelopes[self.world.now.year].balance
        granted = {"funding": funding.id, "decision": "granted"}
        if not self.ask("DecideFunding", actors, **granted) and 0 < left < funding.amount_cents:
            assert not self.ask("DecideFunding", actors, amount_cents=left + 1, **granted)
            assert self.ask("DecideFunding", actors, amount_cents=left, **granted)

    def _onward(self, funding: Funding, actors: list[str]) -> None:
        steps = {"planned": "RequestTranche", "requested": "ApproveTranche", "approved": "OrderPayment"}
        granted = [one.amendment for one in funding.amendments.values() if one.stage == "granted"]
        if granted and self._signed("SignAmendment", funding.id, actors, amendment=granted[0]):
            return
        for one in funding.tranches.values():
            step = steps.get(one.stage)
            if step and self.ask(step, actors, funding=funding.id, tranche=one.tranche):
                return
        lives = [one for one in funding.payments.values() if one.stage in ("ordered", "issued")]
        if lives and actors[0] in CREW[:2]:
            self._leaves([(funding.id, lives[0].number)], actors, f"f{self.world.number}")
        elif lives:
            reference = "vir-1" if actors[1] in CREW[:2] else f"{funding.id}-{lives[0].number}"
            executed = {"reference": reference, "executed_on": day(self.world.now)}
            self.ask("ConfirmPayment", actors, funding=funding.id, payment=lives[0].number, **executed)
        elif funding.agreement is None:
            self._agree(funding.id, actors)
        else:
            step = "AcceptReport" if funding.reports else "SubmitReport"
            self.ask(step, actors, funding=funding.id, report="final")

    def _agree(self, key: str, actors: list[str]) -> None:
        parties = [{"party": "a", "name": "A"}, {"party": "b", "name": "B"}]
        term = {"since": "2026-12-01", "until": "2027-11-30"}
        if self.ask("PrepareAgreement", actors, funding=key, parties=parties, **term):
            assert self._signed("SignAgreement", key, actors)

    def _signed(self, kind: str, key: str, actors: list[str], **named: str) -> bool:
        return all(self.ask(kind, actors, funding=key, party=one, **named) for one in ("a", "b"))

    def _leaves(self, named: list[tuple[str, int]], actors: list[str], file: str) -> None:
        payments = [{"funding": key, "payment": number} for key, number in named]
        execute_on = day(self.world.now + timedelta(days=1))
        self.ask("IssuePaymentFile", actors, payment_file=file, payments=payments, execute_on=execute_on)

    @there_are("granted")
    @rule(which=some, actors=people)
    def sign(self, which: int, actors: list[str]) -> None:
        """An agreement is laid down, and signed by its two parties."""
        self._agree(self.granted[which % len(self.granted)].id, actors)

    @there_are("granted")
    @rule(
        which=some,
        tranche=some,
        actors=people,
        kind=st.sampled_from(["RequestTranche", "ApproveTranche", "ReturnTranche", "OrderPayment"]),
    )
    def about_a_tranche(self, which: int, tranche: int, actors: list[str], kind: str) -> None:
        """Anybody tries any step of any tranche."""
        funding = self.granted[which % len(self.granted)]
        key = list(funding.tranches)[tranche % len(funding.tranches)]
        self.ask(kind, actors[:2], funding=funding.id, tranche=key)

    @there_are("on_their_way")
    @rule(which=some, actors=people, reference=st.sampled_from(["vir-1", "VIR-1"]))
    def confirm(self, which: int, actors: list[str], reference: str) -> None:
        """The bank has paid, under a reference that another payment may have."""
        key, number = self.on_their_way[which % len(self.on_their_way)]
        executed = {"reference": reference, "executed_on": day(self.world.now)}
        self.ask("ConfirmPayment", actors, funding=key, payment=number, **executed)

    @there_are("payments")
    @rule(which=some, actors=people, outcome=st.sampled_from(["failed", "returned", "cancelled"]))
    def fail(self, which: int, actors: list[str], outcome: str) -> None:
        """A payment did not happen."""
        key, number = self.payments[which % len(self.payments)]
        self.ask("FailPayment", actors, funding=key, payment=number, outcome=outcome)

    @there_are("on_their_way")
    @rule(actors=people, which=st.lists(some, min_size=1, max_size=3), file=st.integers(1, 4))
    def issue(self, actors: list[str], which: list[int], file: int) -> None:
        """Payments leave in a file, or have left already."""
        named = dict.fromkeys(self.on_their_way[one % len(self.on_their_way)] for one in which)
        self._leaves(list(named), actors, f"f{file}")

    @there_are("granted")
    @rule(which=some, cents=amounts, actors=people)
    def amend(self, which: int, cents: int, actors: list[str]) -> None:
        """Another amount is proposed."""
        funding = self.granted[which % len(self.granted)]
        amendment, change = f"a{len(funding.amendments)}", {"amount_cents": cents, "plan": plan(cents)}
        self.ask("ProposeAmendment", actors, funding=funding.id, amendment=amendment, **change)

    @there_are("amendments")
    @rule(which=some, actors=people, taken_back=st.integers(0, 3))
    def settle(self, which: int, actors: list[str], taken_back: int) -> None:
        """An amendment is decided by another, then signed by both parties; or it is taken back."""
        key, amendment = self.amendments[-1 - which % len(self.amendments)]
        named = {"funding": key, "amendment": amendment}
        if taken_back == 0:
            self.ask("WithdrawAmendment", actors, **named)
        elif self.world.funding(key).amendments[amendment].stage == "proposed":
            self.ask("DecideAmendment", actors, decision="granted", **named)
        else:
            self._signed("SignAmendment", key, actors, amendment=amendment)

    @there_are("ever_granted")
    @rule(which=some, actors=people, cents=st.integers(1, 2_000), reference=st.integers(1, 4))
    def take_back(self, which: int, actors: list[str], cents: int, reference: int) -> None:
        """Money comes back, or is reclaimed."""
        key = self.ever_granted[which % len(self.ever_granted)].id
        if not self.ask("RecordRefund", actors, funding=key, cents=cents, reference=f"rem-{reference}"):
            self.ask("ReclaimFunds", actors, funding=key, cents=cents)

    @there_are("granted")
    @rule(which=some, actors=people, kind=st.sampled_from(["ReleaseFunds", "CloseFunding", "CloseFunding"]))
    def end(self, which: int, actors: list[str], kind: str) -> None:
        """What is not paid is given back; what is settled is closed."""
        self.ask(kind, actors, funding=self.granted[which % len(self.granted)].id)

    @rule(
        year=st.sampled_from(YEARS),
        cents=st.integers(1, 3_000),
        actors=people,
        kind=st.sampled_from(["TopUpEnvelope", "CarryOver"]),
    )
    def fill(self, year: int, cents: int, actors: list[str], kind: str) -> None:
        """An envelope gets more, or gives to the other year's."""
        other = next(ENVELOPES[one] for one in YEARS if one != year)
        more = {"to": other, "cents": cents} if kind == "CarryOver" else {"commitments_cents": cents}
        self.ask(kind, actors, envelope=ENVELOPES[year], **more)

    @rule(
        actors=people,
        kind=st.sampled_from(["ProposeBankDetails", "ConfirmBankDetails", "RejectBankDetails"]),
        version=st.integers(2, 3),
    )
    def bank(self, actors: list[str], kind: str, version: int) -> None:
        """The payee's bank details change."""
        given = (
            {"holder": "Les Rives", "iban": IBAN} if kind == "ProposeBankDetails" else {"version": version}
        )
        self.ask(kind, actors, account=SIRET, **given)

    @rule(days=st.integers(0, 40))
    def wait(self, days: int) -> None:
        """Time passes, into the year after."""
        later = self.world.now + timedelta(days=days)
        self.world.now = later if later.year <= YEARS[-1] else self.world.now

    @invariant()
    def the_money_is_right(self) -> None:
        """After every step."""
        for check in CHECKS:
            check(self.world)


TestAnyMoney = AnyMoney.TestCase
TestAnyMoney.settings = settings(
    max_examples=70,
    stateful_step_count=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
