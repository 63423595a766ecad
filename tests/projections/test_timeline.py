"""The timeline answers as of a date and as known on a date."""

from datetime import UTC, datetime

from domain.cooperations.events.record import ContactRecorded, EntryCorrected, EvaluationRecorded
from domain.kernel.moments import PARIS
from domain.kernel.values import ContactKind
from domain.relations.relation import EntryLink, Relation
from projections.read import ReadModels
from projections.runner import Runner
from projections.timeline import TimelineEntry
from tests.projections.making import ORGANISATION, REASON, Writer

FILE = "cooperation:noailles"
CONTACT = ContactRecorded(kind=ContactKind.VISIT, stakeholders=(), note=REASON)
IN_MARCH = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
IN_APRIL = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
IN_MAY = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


async def told(
    read_models: ReadModels, as_of: datetime | None = None, known_on: datetime | None = None
) -> dict[int, TimelineEntry]:
    """The entries by number."""
    return {
        one.entry: one for one in await read_models.timeline(ORGANISATION, "noailles", PARIS, as_of, known_on)
    }


async def given(writer: Writer, runner: Runner) -> None:
    """A visit of November 2025 told in April; in May it turns out to have been in January."""
    await writer.found()
    await writer.open("noailles", at="2025-06-02", recorded_at=IN_MARCH)
    await writer.record(FILE, CONTACT, effective_at="2025-11", recorded_at=IN_APRIL)
    correction = EntryCorrected(entry=3, happened_at="2026-01-15", void=False, flags=(2,), reason=REASON)
    await writer.record(FILE, correction, recorded_at=IN_MAY)
    await runner.catch_up(ORGANISATION)


async def test_what_was_recorded_later_was_not_known_before(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Known in March: the opening. Known in April: the visit too, as it was first told."""
    await given(writer, runner)
    assert set(await told(read_models, known_on=IN_MARCH)) == {1, 2}
    in_april = await told(read_models, known_on=IN_APRIL)
    assert set(in_april) == {1, 2, 3}
    assert (in_april[3].effective_at, in_april[3].recorded_as) == ("2025-11", None)


async def test_as_of_a_date_shows_what_had_happened_by_then(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """At the end of 2025 the visit had happened, as one thought in April; as one knows since May, it had not."""
    await given(writer, runner)
    new_year = datetime(2025, 12, 31, tzinfo=UTC)
    assert set(await told(read_models, as_of=new_year, known_on=IN_APRIL)) == {1, 2, 3}
    assert set(await told(read_models, as_of=new_year, known_on=IN_MAY)) == {1, 2}
    assert set(await told(read_models)) == {1, 2, 3, 4}


async def test_a_correction_shows_on_what_it_corrects_and_on_what_it_flags(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """The corrected entry keeps what was first recorded; the flagged decision names the correction."""
    await given(writer, runner)
    now = await told(read_models)
    assert (now[3].effective_at, now[3].recorded_as, now[3].corrected_by) == ("2026-01-15", "2025-11", (4,))
    assert not now[3].void
    assert now[2].flagged_by == (4,)
    assert (now[4].type, now[4].details["entry"]) == ("EntryCorrected", 3)


async def test_what_never_happened_stays_and_says_so(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Voided is not deleted."""
    await writer.found()
    await writer.open("noailles", EvaluationRecorded(grid={"governance": 2}, note=None), at="2025-06-02")
    correction = EntryCorrected(entry=3, happened_at=None, void=True, flags=(), reason=REASON)
    await writer.record(FILE, correction)
    await runner.catch_up(ORGANISATION)
    entry = (await told(read_models))[3]
    assert (entry.void, entry.corrected_by, entry.details["grid"]) == (True, (4,), {"governance": 2})


async def test_private_text_is_a_place_in_the_vault(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """The note of the visit is not in the timeline, its reference is."""
    await given(writer, runner)
    note = (await told(read_models))[3].details["note"]
    assert set(note) == {"vault", "digest"}


async def test_an_entry_says_what_led_to_it_and_what_it_hangs_on(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """A correction hangs on what it corrects, and on the decision that it puts in doubt."""
    await given(writer, runner)
    entry = (await told(read_models))[4]
    assert entry.cause == entry.command_id
    corrects, flags = EntryLink(Relation.CORRECTS, FILE, 3), EntryLink(Relation.FLAGS, FILE, 2)
    assert entry.links == entry.placed.links == (corrects, flags)
    assert entry.placed.place == (FILE, 4)
