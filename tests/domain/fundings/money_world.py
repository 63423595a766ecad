"""All streams that money goes through, kept as a ledger keeps them; what was said, counted a second way."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from domain.decide.access import may
from domain.decide.decide import decide, streams_beside
from domain.envelopes.state import Envelope
from domain.files.setting import Happening, Setting, State, foreseen
from domain.fundings.events.payments import (
    PaymentConfirmed,
    PaymentFailed,
    PaymentIssued,
    PaymentOrdered,
    TrancheApproved,
    TrancheRequested,
    TrancheReturned,
)
from domain.fundings.state import Funding
from domain.kernel.ids import cooperation_stream, envelope_stream, funding_stream
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.registry.folding import beginning, next_state
from tests.domain.kit import NOW, do, history
from tests.domain.paying import FINAL, SIRET, funded, instrument
from tests.domain.sample_people import FOUNDED, granted, organisation, person, registered
from tests.domain.vocabulary import BEGUN
from wording.naming import Naming
from wording.refusals import explain
from wording.sentences import SENTENCES

CREW = tuple(person(number) for number in range(201, 207))
"""Six people who all hold every role: nothing but what they did keeps them from doing more."""

_ROLES = (
    Role.PROGRAMME_MANAGER,
    Role.ELECTED_REPRESENTATIVE,
    Role.STEERING_COMMITTEE,
    Role.BOARD,
    Role.FINANCE_OFFICER,
    Role.ADMINISTRATOR,
)
PEOPLE = organisation(
    *FOUNDED,
    *(registered(one) for one in CREW),
    *(granted(one, role, None) for one in CREW for role in _ROLES),
)

FEW, MORE = 1_000, 2_000
"""Up to the first, one approves; up to the second, two do; above it, three."""
RULES = funded(
    instrument(
        "grant",
        tranches=[
            {"tranche": "advance", "name": {"fr": "a", "en": "a"}, "share": 60, "when": []},
            {"tranche": "balance", "name": {"fr": "b", "en": "b"}, "share": 40, "when": ["report-accepted"]},
        ],
        approvals=[
            {"up_to_cents": FEW, "by": ["elected-representative"]},
            {"up_to_cents": MORE, "by": ["steering-committee"]},
            {"by": ["board"]},
        ],
        reports=[FINAL],
        agreement_above_cents=3_500,
    ),
)
YEARS = (2026, 2027)
ENVELOPES = {year: f"essai/grant/{year}" for year in YEARS}
FUNDINGS = ("menuiserie", "jardin", "four")


@dataclass
class World:
    """States by stream, and a second account of what happened: who did what, which payments live."""

    now: datetime = NOW
    states: dict[str, State] = field(default_factory=dict)
    entries: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    touched: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Who asked for a tranche and who approved it since."""
    issued: Counter[tuple[str, int]] = field(default_factory=Counter)
    references: Counter[str] = field(default_factory=Counter)
    histories: dict[str, list[Recorded]] = field(default_factory=dict)
    """What happened, by stream."""
    number: int = 0

    def __post_init__(self) -> None:
        """A cooperation has begun."""
        stream = cooperation_stream("rives")
        past = history(*BEGUN, stream=stream)
        self.states[stream] = next_state(stream, beginning(stream), past)
        self.entries[stream] = len(past)

    def ask(self, kind: str, actor: str, **fields: Any) -> tuple[Happening, ...] | Refusal:
        """Judge a command on what it names, and nothing else; record what follows."""
        self.number += 1
        command = do(kind, actor=actor, command_id=f"c/{self.number}", **fields)
        setting = Setting(PEOPLE, RULES, self.now, {command.stream: self.states.get(command.stream)})
        while missing := [one for one in streams_beside(command, setting) if one not in setting.beside]:
            read = {one: self.states.get(one) for one in missing}
            setting = Setting(PEOPLE, RULES, self.now, {**setting.beside, **read})
        subject = setting.beside[command.stream]
        decision = may(command, subject, setting) or decide(command, subject, setting)
        if isinstance(decision, Refusal):
            assert decision.code in SENTENCES
            assert explain(decision, Naming(RULES)).remedy[0]
            self.seen.update((decision.code, f"{kind}: {decision.code}"))
            return decision
        for one in decision:
            assert one.stream in setting.beside, f"{kind} writes {one.stream} unread"
            self._record(foreseen(one, self.entries[one.stream] + 1, command))
        return decision

    def _record(self, recorded: Recorded) -> None:
        self._account(recorded)
        stream = recorded.stream
        self.entries[stream] = recorded.entry
        self.histories.setdefault(stream, []).append(recorded)
        state = self.states.get(stream, beginning(stream))
        self.states[stream] = next_state(stream, state, (recorded,))
        self.seen[recorded.event.type] += 1

    def _account(self, recorded: Recorded) -> None:
        """The second account, by what people did; whoever acts where others did must be another person."""
        key, actor = recorded.stream.partition(":")[2], recorded.actor
        match recorded.event:
            case TrancheRequested(tranche=tranche):
                self.touched[key, tranche] = [actor]
            case TrancheReturned(tranche=tranche):
                self.touched[key, tranche] = []
            case TrancheApproved(tranche=tranche, last=last):
                assert actor not in self.touched[key, tranche], "who asked or approved approves"
                self.touched[key, tranche].append(actor)
                assert last == (len(self.touched[key, tranche]) == 1 + self.levels(key, tranche))
            case PaymentOrdered(tranche=tranche):
                assert len(set(self.touched[key, tranche])) == 1 + self.levels(key, tranche)
                self._other_person(key, tranche, actor)
            case PaymentConfirmed(payment=number, reference=reference):
                self._other_person(key, self.funding(key).payments[number].tranche, actor)
                self.references[reference] += 1
            case PaymentIssued(payment=number):
                self._other_person(key, self.funding(key).payments[number].tranche, actor)
                self.issued[key, number] += 1
            case PaymentFailed(payment=number) if self.funding(key).payments[number].stage == "paid":
                self.seen["paid and returned"] += 1

    def _other_person(self, key: str, tranche: str, actor: str) -> None:
        decided = self.funding(key).granted
        assert decided
        assert actor not in (*self.touched[key, tranche], decided.by), "who decided, asked or approved pays"

    def levels(self, key: str, tranche: str) -> int:
        """How many must approve."""
        cents = self.funding(key).tranches[tranche].cents
        return 1 + (cents > FEW) + (cents > MORE)

    def funding(self, key: str) -> Funding:
        """A funding that exists."""
        state = self.states[funding_stream(key)]
        assert isinstance(state, Funding)
        return state

    @property
    def fundings(self) -> dict[str, Funding]:
        """Those asked for so far."""
        return {one.id: one for one in self.states.values() if isinstance(one, Funding)}

    @property
    def envelopes(self) -> dict[int, Envelope]:
        """Those opened so far, by year."""
        found = {year: self.states.get(envelope_stream(key)) for year, key in ENVELOPES.items()}
        return {year: one for year, one in found.items() if isinstance(one, Envelope)}

    def request(self, cents: int) -> dict[str, Any]:
        """A request of so much for a year from now."""
        return {
            "instrument": "grant",
            "amount_cents": cents,
            "since": "2026-12-01",
            "until": "2027-11-30",
            "beneficiary": {"kind": "association", "name": "Les Rives", "identifier": SIRET},
            "plan": plan(cents),
        }


def plan(cents: int) -> list[dict[str, Any]]:
    """One line of so much."""
    return [{"expense": "work", "label": "Travaux", "cents": cents}]


def day(instant: datetime) -> str:
    """The day as commands say it."""
    return date(instant.year, instant.month, instant.day).isoformat()
