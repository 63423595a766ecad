"""States are kept to be quick, and never trusted where they may be behind."""

from datetime import UTC, datetime

from application.files import Files
from domain.kernel.ids import cooperation_stream
from domain.kernel.moments import PARIS
from tests.application.house import HOUSE, RULEBOOKS, House, command, lesson, opening


async def test_a_question_is_answered_with_everything_that_the_ledger_has(house: House) -> None:
    """Also with what another process recorded since."""
    await house.file()
    await house.beside().recorded(lesson(1))
    assert (await house.file()).entry == 3


async def test_only_so_many_states_are_kept(house: House) -> None:
    """The one used longest ago is dropped, and read again when asked for."""
    for name in ("deux", "trois"):
        await house.recorded(opening(name))
    files = Files(house.ledger, RULEBOOKS, kept=2)
    for name in ("rives", "deux", "rives", "trois"):
        await files.cooperation(HOUSE, name)
    kept = {name: files.holds(HOUSE, cooperation_stream(name)) for name in ("rives", "deux", "trois")}
    assert kept == {"rives": True, "deux": False, "trois": True}
    again = await files.cooperation(HOUSE, "deux")
    assert again is not None
    assert again.entry == 2


async def test_what_is_not_there_is_not_there(house: House) -> None:
    """Neither a file nor an organisation."""
    assert await house.files.cooperation(HOUSE, "nulle-part") is None
    assert (await house.files.organisation("ailleurs")).entry == 0
    assert await house.files.cooperation_at(HOUSE, "nulle-part", None, None, PARIS) is None


async def test_a_file_is_shown_as_it_was_and_as_it_was_known(house: House) -> None:
    """What is told late is there as of its date, but not as known before it was told."""
    house.wait(days=30)
    told = {"cooperation": "rives", "kind": "phone", "effective_at": "2026-11-24"}
    await house.recorded(command("RecordContact", "call", **told))
    early = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    as_of = await house.files.cooperation_at(HOUSE, "rives", early, None, PARIS)
    known_on = await house.files.cooperation_at(HOUSE, "rives", early, early, PARIS)
    before = await house.files.cooperation_at(HOUSE, "rives", datetime(2026, 11, 22, tzinfo=UTC), None, PARIS)
    assert as_of is not None
    assert known_on is not None
    assert (sorted(as_of.entries), sorted(known_on.entries), before) == ([1, 2, 3], [1, 2], None)
