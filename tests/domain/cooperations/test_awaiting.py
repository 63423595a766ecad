"""Files that wait for each other: what is read, in whose stream it is told, from when it holds."""

from domain.cooperations.commands.base import FileCommand
from domain.cooperations.decide.awaiting import beside
from domain.cooperations.events.file import AwaitedFileMoved, FileAwaited, FileAwaitedBy
from domain.cooperations.state import Cooperation
from domain.files.setting import Setting
from domain.kernel.ids import cooperation_stream
from domain.kernel.refusal import Refusal
from domain.kernel.values import Phase
from tests.domain.kit import FILE, NOW, Row, do, file_of, on, other
from tests.domain.rules import BARE, RULES
from tests.domain.sample_people import PEOPLE
from tests.domain.vocabulary import BEGUN, HANDED_OVER, IN_DIAGNOSIS, entered

NORD, SUD = FileAwaited(awaited="nord"), FileAwaited(awaited="sud")


def step(kind: str, **fields: object) -> FileCommand:
    """A command about a cooperation."""
    command = do(kind, **fields)
    assert isinstance(command, FileCommand)
    return command


def told(row: Row) -> list[tuple[str, str, str]]:
    """The streams in which events follow, their types, and from when they hold."""
    found = row.decided()
    assert not isinstance(found, Refusal)
    return [(one.stream, one.event.type, one.effective_at) for one in found]


def test_the_waiting_file_keeps_where_the_other_is_and_the_other_who_waits() -> None:
    """Each in its own stream; the waiting file's own events come first."""
    row = Row("", BEGUN, do("AwaitFile", awaited="nord"), (), others=(other("nord", *BEGUN),))
    now = "2026-11-23T09:00:00Z"
    assert told(row) == [
        (f"cooperation:{FILE}", "FileAwaited", now),
        (f"cooperation:{FILE}", "AwaitedFileMoved", now),
        ("cooperation:nord", "FileAwaitedBy", now),
    ]


def test_nothing_is_held_by_a_step_that_the_other_file_took_later() -> None:
    """Who begins to wait in the past hears where the other is from when it came there."""
    nord = other("nord", *BEGUN, on("2026-09-01", entered(Phase.DIAGNOSIS, 2)))
    row = Row("", BEGUN, do("AwaitFile", awaited="nord", effective_at="2026-02-02"), (), others=(nord,))
    assert [at for _, _, at in told(row)] == ["2026-02-02", "2026-09-01", "2026-02-02"]


def test_a_reopened_file_hears_what_it_missed_from_when_it_happened() -> None:
    """Not from its reopening, if that is told of the time before."""
    given = (
        *BEGUN,
        NORD,
        AwaitedFileMoved(awaited="nord", phase=Phase.EXPLORATION, completed=False),
        on("2026-02-02", HANDED_OVER),
    )
    nord = other("nord", *BEGUN, on("2026-09-01", entered(Phase.DIAGNOSIS, 2)))
    row = Row("", given, do("ReopenCooperation", effective_at="2026-03-03"), (), others=(nord,))
    assert told(row)[-1] == (f"cooperation:{FILE}", "AwaitedFileMoved", "2026-09-01")


def test_a_step_is_told_in_the_stream_of_who_waits_when_it_is_taken() -> None:
    """In the same append as the step."""
    given = (*BEGUN, FileAwaitedBy(waiting="nord"))
    advance = do("AdvancePhase", to="experimentation", effective_at="2026-06-01")
    row = Row("", given, advance, (), rulebook=BARE, others=(other("nord", *BEGUN),))
    assert told(row) == [
        (f"cooperation:{FILE}", "PhaseEntered", "2026-06-01"),
        ("cooperation:nord", "AwaitedFileMoved", "2026-06-01"),
    ]


def read(*files: Cooperation) -> Setting:
    """A setting in which these files were read."""
    return Setting(PEOPLE, RULES, NOW, {cooperation_stream(one.id): one for one in files})


def test_a_step_is_decided_on_the_files_that_wait_for_it_and_a_fact_is_not() -> None:
    """Facts of a file that is waited for need not queue behind the others."""
    file = file_of(*BEGUN, FileAwaitedBy(waiting="nord"), SUD)
    assert beside(step("AdvancePhase", to="diagnosis"), file, read()) == ("nord",)
    assert beside(step("ReopenCooperation"), file, read()) == ("nord", "sud")
    assert beside(step("RecordLesson", title="Non"), file, read()) == ()
    assert beside(step("AdvancePhase", to="diagnosis"), None, read()) == ()


def test_a_wait_is_decided_on_all_that_the_other_waits_for() -> None:
    """Asked again with what was read, until nothing new is named; also where they wait in a circle."""
    wait, file = step("AwaitFile", awaited="nord"), file_of(*BEGUN)
    nord, sud = other("nord", *BEGUN, SUD), other("sud", *BEGUN, FileAwaited(awaited="est"), NORD)
    assert beside(wait, file, read()) == ("nord",)
    assert beside(wait, file, read(nord)) == ("nord", "sud")
    assert beside(wait, file, read(nord, sud)) == ("nord", "sud", "est")


def test_a_file_that_was_not_read_is_left_alone() -> None:
    """A rehearsal may know of one file only."""
    given = (*IN_DIAGNOSIS, FileAwaitedBy(waiting="nord"))
    row = Row("", given, do("GoBack", to="exploration"), (), rulebook=RULES)
    assert [stream for stream, _, _ in told(row)] == [f"cooperation:{FILE}"]
