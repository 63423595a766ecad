"""Any sequence of commands, whatever the clock: the invariants of a file, against a small model."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain.cooperations.commands.acts import AnyFileCommand
from domain.cooperations.events.file import AwaitedFileMoved, FileAwaited, FileAwaitedBy
from domain.cooperations.evolve.file import evolve, fold
from domain.cooperations.gate import missing
from domain.cooperations.state import Cooperation
from domain.decide.decide import decide
from domain.files.events import ReminderIssued
from domain.files.setting import Happening, Setting
from domain.kernel.ids import cooperation_stream
from domain.kernel.ledger import GENESIS, StoredEvent
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import Refusal
from domain.registry.codec import decode, encode
from domain.reminders.any_file import deadlines
from domain.reminders.due import due_rungs, next_instant, rungs_ahead
from tests.domain.cooperations.small_model import DECIDED_BY_MORE, SmallModel
from tests.domain.kit import FILE, NOW, do, other
from tests.domain.rules import EVERYTHING as RULES
from tests.domain.sample_people import PEOPLE
from tests.domain.strategies import FACTS, STEPS
from tests.domain.vocabulary import BEGUN, SHEET
from wording.naming import Naming
from wording.refusals import explain
from wording.sentences import SENTENCES

OWN, NORD, SUD = (
    cooperation_stream(FILE),
    other("nord", *BEGUN),
    other("sud", *BEGUN, FileAwaited(awaited=FILE)),
)
BESIDE = {cooperation_stream(one.id): one for one in (NORD, SUD)}

_ALSO_WHEN_CLOSED = {
    "EntryCorrected",
    "CooperationReopened",
    "PhaseEntered",
    "DeliveryReported",
    "DeliverySettled",
}


class AnyLife(RuleBasedStateMachine):
    """One file, lived at random."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.file: Cooperation | None = None
        self.history: list[Recorded] = []
        self.model = SmallModel()
        self.claims: Counter[tuple[str, str, str]] = Counter()

    def ask(self, command: AnyFileCommand) -> tuple[Happening, ...] | Refusal:
        """Decide, twice alike; record what follows as the ledger would."""
        setting = Setting(PEOPLE, RULES, self.now, BESIDE)
        decision = decide(command, self.file, setting)
        assert decide(command, self.file, setting) == decision
        if isinstance(decision, Refusal):
            assert decision.code in SENTENCES
            assert explain(decision, Naming(RULES)).remedy[0]
            return decision
        assert decision
        was_closed = self.model.closed
        for index, one in enumerate(decision):
            if one.stream == OWN:
                assert not was_closed or one.event.type in _ALSO_WHEN_CLOSED
                self._record(one, command, index)
            elif isinstance(one.event, AwaitedFileMoved):
                assert one.stream == "cooperation:sud"
                self.model.heard = (one.event.phase, one.event.completed)
            else:
                assert (one.stream, one.event.type) == ("cooperation:nord", "FileAwaitedBy")
        return decision

    def _record(self, happening: Happening, command: AnyFileCommand, index: int) -> None:
        entry = len(self.history) + 1
        recorded = Recorded(
            event=happening.event,
            stream=happening.stream,
            entry=entry,
            effective_at=happening.effective_at,
            actor=command.actor,
            command_id=f"{command.command_id}/{entry}",
            cause="cause",
            correlation="correlation",
            rulebook=RULES.id,
        )
        encoded = encode(recorded, index, lambda: bytes(32))
        stored = StoredEvent(entry, happening.stream, entry, self.now, encoded.new.body, GENESIS)
        read = decode(stored)
        assert read.event == encoded.recorded.event
        assert encode(read, index, lambda: bytes(32)).new.body == encoded.new.body
        self.history.append(read)
        self.file = evolve(self.file, read)
        self.model.take(read.event)

    @initialize(call=st.sampled_from([None, "toujours", "vite", "hiver"]))
    def open(self, call: str | None) -> None:
        """A life begins, with an application or without; another file waits for it."""
        opening = do("OpenCooperation", **SHEET, call=call)
        assert not isinstance(self.ask(opening), Refusal)  # type: ignore[arg-type]
        waited_for = Happening(OWN, FileAwaitedBy(waiting="sud"), f"{self.now:%Y-%m-%d}")
        self._record(waited_for, opening, 0)  # type: ignore[arg-type]

    @rule(command=FACTS)
    def record(self, command: AnyFileCommand) -> None:
        """Something happens, or is refused."""
        found = self.ask(command)
        if self.model.closed and command.type != "CorrectEntry":
            assert isinstance(found, Refusal)
            assert found.code == "file_closed"

    @rule(command=STEPS)
    def step(self, command: AnyFileCommand) -> None:
        """A step is taken exactly where the model lets it be."""
        before = replace(self.model)
        found = self.ask(command)
        if not isinstance(found, Refusal):
            assert before.may_follow(command.type), (command.type, before)
        elif command.effective_at is None:
            possible = before.may_follow(command.type)
            assert not possible or command.type in DECIDED_BY_MORE, (found.code, before)

    @rule()
    def pass_the_gate(self) -> None:
        """With everything waived that is missing, the next phase is entered, or the last one completed."""
        assert self.file is not None
        if not self.model.may_follow("AdvancePhase"):
            return
        for item in missing(self.file, RULES, self.now):
            assert not isinstance(self.ask(do("WaiveGateItem", item=item)), Refusal)  # type: ignore[arg-type]
        following = RULES.phase_after(self.file.current.phase)
        onward = (
            do("AdvancePhase", to=following) if following else do("CloseCooperation", outcome="completed")
        )
        assert not isinstance(self.ask(onward), Refusal)  # type: ignore[arg-type]

    @rule(days=st.integers(0, 200), seconds=st.integers(0, 86_399))
    def wait(self, days: int, seconds: int) -> None:
        """Time passes."""
        self.now += timedelta(days=days, seconds=seconds)

    @precondition(lambda self: bool(self.file and next_instant(self.file, RULES, self.now)))
    @rule()
    def wait_for_the_next_rung(self) -> None:
        """To the very instant; a second before it nothing is due that was not overdue already."""
        assert self.file is not None
        then = next_instant(self.file, RULES, self.now)
        assert then is not None
        assert then >= self.now
        if then > self.now:
            before = due_rungs(self.file, RULES, then - timedelta(seconds=1))
            assert all(one.rung.at <= self.now for one in before)
        self.now = max(self.now, then)
        assert due_rungs(self.file, RULES, self.now)

    @rule()
    def remind(self) -> None:
        """Everything that is due goes out; afterwards nothing is."""
        assert self.file is not None
        for due in due_rungs(self.file, RULES, self.now):
            assert due.rung.at <= self.now
            assert not due.rung.muted
            occurrence, rung = due.deadline.occurrence, due.rung.name
            issue = do("IssueReminder", actor="escale", occurrence=occurrence, rung=rung)
            found = self.ask(issue)  # type: ignore[arg-type]
            assert not isinstance(found, Refusal)
            for event in (one.event for one in found if isinstance(one.event, ReminderIssued)):
                self.claims[event.occurrence, event.rung, event.recipient] += 1
                assert event.late == (_day(self.now) > _day(due.rung.at))
            assert isinstance(self.ask(issue), Refusal)  # type: ignore[arg-type]
        assert not due_rungs(self.file, RULES, self.now)

    @rule(
        delivery=st.sampled_from(["sent", "unknown", "failed"]), decision=st.sampled_from(["resend", "drop"])
    )
    def deliver(self, delivery: str, decision: str) -> None:
        """A message is reported, comes back once it had left, and is decided about where it is in doubt."""
        assert self.file is not None
        for message, known in list(self.file.messages.items())[-1:]:
            told = self.ask(do("ReportDelivery", actor="escale", message=message, delivery=delivery))  # type: ignore[arg-type]
            came_back = delivery == "failed" and known.delivery in {"sent", "unknown"}
            assert isinstance(told, Refusal) == (known.delivery != "queued" and not came_back)
            now_known = self.file.messages[message].delivery
            settled = self.ask(do("SettleDelivery", message=message, decision=decision))  # type: ignore[arg-type]
            assert isinstance(settled, Refusal) == (now_known not in {"unknown", "failed"})

    @invariant()
    def entries_have_no_gaps(self) -> None:
        """From one on."""
        if self.file:
            assert list(self.file.entries) == list(range(1, len(self.history) + 1))
            assert self.file.entry == len(self.history)

    @invariant()
    def one_pass_is_current(self) -> None:
        """Numbers follow; all but the last were left; the last too once closed."""
        if self.file:
            assert [one.number for one in self.file.passes] == list(range(1, self.model.passes + 1))
            assert all(one.left_at for one in self.file.passes[:-1])
            assert (self.file.current.left_at is not None) == self.model.closed

    @invariant()
    def the_file_is_where_the_model_is(self) -> None:
        """Asleep, asked, closed."""
        if self.file:
            assert self.file.paused == self.model.asleep
            assert self.file.declined == self.model.declined
            assert self.file.completion_pending == self.model.incomplete
            assert (self.file.abandonment is not None) == self.model.asked
            assert (self.file.closed is not None) == self.model.closed

    @invariant()
    def who_waits_knows_where_the_file_is(self) -> None:
        """Its phase, and whether it was completed."""
        assert self.model.heard == (self.model.phase, self.model.completed)

    @invariant()
    def silence_is_kept(self) -> None:
        """Closed, asleep or refused, nothing is due; asked, only its own deadline; never on a day of rest."""
        if self.file:
            due = due_rungs(self.file, RULES, self.now)
            if self.model.closed or self.model.asleep or self.model.declined:
                assert not due
                assert next_instant(self.file, RULES, self.now) is None
                assert not list(rungs_ahead(self.file, RULES))
            if self.model.asked:
                assert {one.deadline.key for one in due} <= {"abandonment"}
            if due:
                assert RULES.calendar.works(_day(self.now))

    @invariant()
    def a_claim_is_made_once(self) -> None:
        """Per occurrence, rung and recipient."""
        assert all(count == 1 for count in self.claims.values())

    @invariant()
    def occurrences_are_unique(self) -> None:
        """And fit into the command that reminds of them."""
        if self.file:
            open_now = [one.occurrence for one in deadlines(self.file, RULES)]
            assert len(set(open_now)) == len(open_now)

    def teardown(self) -> None:
        """The whole history folds to the state that was reached, as it did step by step."""
        assert fold(None, self.history) == self.file


def _day(instant: datetime) -> Any:
    return instant.astimezone(RULES.calendar.tz).date()


TestAnyLife = AnyLife.TestCase
TestAnyLife.settings = settings(
    max_examples=150,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
