"""From when each deadline counts: what starts its clock, and the mark that makes each occurrence unique.

A mark follows from what happened, never from a date that may move: the pass, the entry counted from, a term, a year.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from domain.cooperations.gate import gate
from domain.cooperations.state import Cooperation
from domain.deadlines.terms import Count, silenced
from domain.files.entries import FileEntry
from domain.kernel.calendar import Due, due_after, due_on, plus
from domain.kernel.moments import earliest, latest
from domain.rulebook import DeadlineRule, Rulebook


@dataclass(frozen=True, slots=True)
class Reading:
    """A file under its rules, and the time zone in which its days begin and end."""

    file: Cooperation
    rulebook: Rulebook
    zone: ZoneInfo

    def end_of(self, moment: str) -> datetime:
        """The last instant that a moment may mean; days are those of the file's own zone."""
        return latest(moment, self.zone)

    def begun(self, rule: DeadlineRule) -> datetime:
        """When the file entered the phases of the rule, the present pass being one of them."""
        entered = self.file.current.entered_at
        for one in reversed(self.file.passes):
            if one.phase not in rule.phases:
                break
            entered = one.entered_at
        return self.end_of(entered)


def counts(reading: Reading, rule: DeadlineRule) -> Iterator[Count]:
    """The occurrences that a rule has now, met ones among them."""
    return _COUNTS[rule.after](reading, rule)


def _after(reading: Reading, rule: DeadlineRule, mark: str, moment: str, subject: str | None = None) -> Count:
    anchor = reading.end_of(moment)
    return Count(mark, anchor, due_after(anchor, rule.within, reading.zone), subject)


def _phase_entry(reading: Reading, rule: DeadlineRule) -> Iterator[Count]:
    current = reading.file.current
    yield _after(reading, rule, f"p{current.number}", current.entered_at)


def _since_last(kind: str, key: str | None = None) -> Callable[[Reading, DeadlineRule], Iterator[Count]]:
    """Again and again since the last entry of a kind in this pass, or else since entering the phase.

    Where silence was counted, it counts anew from there: nobody hears of the same silence twice, nor never again.
    ``key`` is the field of the rule that narrows the entries down.
    """

    def counted(reading: Reading, rule: DeadlineRule) -> Iterator[Count]:
        wanted = getattr(rule, key) if key else None
        entries = (one for one in reading.file.by_type.get(kind, ()) if wanted in (None, one.key))
        yield _recurring(reading, rule, entries)

    return counted


def _recurring(reading: Reading, rule: DeadlineRule, entries: Iterator[FileEntry]) -> Count:
    file = reading.file
    entry, moment = file.current.entry, file.current.entered_at
    last = _last(reading, entries)
    if last and reading.end_of(last.at) >= reading.end_of(moment):
        entry, moment = last.number, last.at
    while file.silences and (later := silenced(file, f"{rule.deadline}/e{entry}")):
        entry, moment = later, file.entries[later].at
    return _after(reading, rule, f"e{entry}", moment)


def _last_review(reading: Reading, rule: DeadlineRule) -> Iterator[Count]:
    """Since the question was last put to its panel, or last answered; none while it is asked and not answered.

    A question taken back was neither. Whoever is to answer is reminded by the review itself.
    """
    file = reading.file
    seen = [one for one in file.reviews.values() if one.question == rule.review]
    if any(one.outcome is None for one in seen):
        return
    held = (one for one in seen if one.outcome != "cancelled")
    counted = (one.answered if rule.counting == "answered" else one.asked for one in held)
    yield _recurring(reading, rule, (file.entries[one] for one in counted if one))


def _last(reading: Reading, entries: Iterator[FileEntry]) -> FileEntry | None:
    """The one that happened last, whatever the order in which they were recorded; the later entry of two at once."""
    last: FileEntry | None = None
    for one in entries:
        if last is None or reading.end_of(one.at) >= reading.end_of(last.at):
            last = one
    return last


def _gate_item(reading: Reading, rule: DeadlineRule) -> Iterator[Count]:
    """Since the item was met or waived: in the present pass, or in the last one that was left with it in its gate."""
    file, key = reading.file, rule.item
    present = gate(file, reading.rulebook, earliest(file.current.entered_at, reading.zone))
    if here := next((one for one in present if one.item == key), None):
        if here.held != "missing":
            since = max(file.current.entered_at, _met_at(reading, here.entries), key=reading.end_of)
            yield _after(reading, rule, f"p{file.current.number}", since)
        return
    for decision in reversed(file.by_type.get("PhaseEntered", ())):
        for held in decision.gate:
            if held.item == key:
                yield _after(reading, rule, f"p{decision.pass_number - 1}", _met_at(reading, held.entries))
                return


def _met_at(reading: Reading, shown: tuple[int, ...]) -> str:
    """When these entries met an item; a better version of the same thing later on changes nothing."""
    file = reading.file
    return max(
        (_first_like(file, file.entries[one]).at for one in shown),
        key=reading.end_of,
        default=file.passes[0].entered_at,
    )


def _first_like(file: Cooperation, entry: FileEntry) -> FileEntry:
    if entry.type not in ("DeliverableDelivered", "GateItemDeclared"):
        return entry
    alike = (one for one in file.by_type.get(entry.type, ()) if one.key == entry.key)
    return next((one for one in alike if one.pass_number == entry.pass_number), entry)


def _experiment_start(reading: Reading, rule: DeadlineRule) -> Iterator[Count]:
    file = reading.file
    for one in file.experiments.values():
        if one.closed is None:
            yield _after(reading, rule, f"e{one.started}", file.entries[one.started].at, one.id)


def _stakeholder_term(reading: Reading, rule: DeadlineRule) -> Iterator[Count]:
    file = reading.file
    for one in file.stakeholders.values():
        if one.term.until and not one.retired:
            agreed = reading.end_of(file.entries[one.term_entry].at)
            due = _on(reading, one.term.until, rule)
            yield Count(f"{one.id}/{one.term.until}", agreed, due, one.id)


def _charter_term(reading: Reading, rule: DeadlineRule) -> Iterator[Count]:
    charter = reading.file.charter
    if charter and charter.signed and charter.until:
        agreed = reading.end_of(reading.file.entries[charter.signed].at)
        yield Count(f"{charter.until}", agreed, _on(reading, charter.until, rule))


def _abandonment(reading: Reading, rule: DeadlineRule) -> Iterator[Count]:
    if asked := reading.file.abandonment:
        yield _after(reading, rule, f"e{asked.entry}", asked.since)


def _completion(reading: Reading, rule: DeadlineRule) -> Iterator[Count]:
    if reading.file.completion_pending:
        asked = reading.file.completions[-1]
        yield _after(reading, rule, f"e{asked.entry}", asked.since)


def _application(reading: Reading, rule: DeadlineRule) -> Iterator[Count]:
    """While it is in the funnel and not at its end, since it was received, or received anew."""
    application, calls = reading.file.application, reading.rulebook.calls
    if application is None or application.declined or calls is None or not calls.funnel:
        return
    if application.stage != calls.funnel[-1].stage:
        yield _after(reading, rule, f"e{application.entry}", application.since)


def _date(reading: Reading, rule: DeadlineRule) -> Iterator[Count]:
    """A date of the calendar; one that had passed when the file entered the phases concerns it no more."""
    if rule.date:
        begun, due = reading.begun(rule), _on(reading, rule.date, rule)
        if begun < due.passes_at:
            yield Count(f"{rule.date}", begun, due)


def _on(reading: Reading, day: date, rule: DeadlineRule) -> Due:
    return plus(due_on(day, reading.zone).at, rule.within, exact=False)


def _each_year(reading: Reading, rule: DeadlineRule) -> Iterator[Count]:
    """The window that the file's last sign of life lies in, and the one after it.

    The first window is the first that begins on or after the day on which the file entered the phases of the rule.
    A window is met by what is dated from its day on, before the next one begins: late is better than never.
    """
    first = _first_year(reading, rule)
    for year in _years(reading, rule, first):
        begins, following = _begins(reading, rule, year), _begins(reading, rule, year + 1)
        if not _done_between(reading, rule, begins, following):
            due = plus(due_on(begins.date(), reading.zone).at, rule.within, exact=False)
            known = latest_known(reading.file, reading.zone) >= begins
            yield Count(str(year), begins, due, ends=following if known else None)


def _years(reading: Reading, rule: DeadlineRule, first: int) -> tuple[int, ...]:
    known = latest_known(reading.file, reading.zone).astimezone(reading.zone)
    here = known.year if known >= _begins(reading, rule, known.year) else known.year - 1
    return (first,) if here < first else (here, here + 1)


def _first_year(reading: Reading, rule: DeadlineRule) -> int:
    day = reading.begun(rule).astimezone(reading.zone).date()
    return day.year if _begins(reading, rule, day.year).date() >= day else day.year + 1


def _begins(reading: Reading, rule: DeadlineRule, year: int) -> datetime:
    month, day = (int(part) for part in (rule.day or "01-01").split("-"))
    begins = date(year, month, min(day, monthrange(year, month)[1]))
    return datetime.combine(begins, time(), reading.zone)


def latest_known(file: Cooperation, zone: ZoneInfo) -> datetime:
    """The latest instant that the file is known to have lived: its own acts and reminders tell, no clock does."""
    told = [file.entries[file.entry].at, file.last_step_at(zone)]
    for kind in ("ReminderIssued", "ReminderOvertaken"):
        told.extend(one.at for one in file.by_type.get(kind, ())[-1:])
    return max(earliest(one, zone) for one in told)


def _done_between(reading: Reading, rule: DeadlineRule, since: datetime, until: datetime) -> bool:
    wanted = (("DeliverableDelivered", rule.deliverable), ("ContactRecorded", rule.occasion))
    return any(
        one.key == key and reading.end_of(one.at) >= since and earliest(one.at, reading.zone) < until
        for kind, key in wanted
        if key
        for one in reading.file.by_type.get(kind, ())
    )


_COUNTS: Mapping[str, Callable[[Reading, DeadlineRule], Iterator[Count]]] = {
    "phase-entry": _phase_entry,
    "last-contact": _since_last("ContactRecorded"),
    "last-evaluation": _since_last("EvaluationRecorded"),
    "last-occasion": _since_last("ContactRecorded", "occasion"),
    "last-deliverable": _since_last("DeliverableDelivered", "deliverable"),
    "last-review": _last_review,
    "gate-item": _gate_item,
    "experiment-start": _experiment_start,
    "stakeholder-term": _stakeholder_term,
    "charter-term": _charter_term,
    "abandonment-request": _abandonment,
    "completion-request": _completion,
    "application": _application,
    "date": _date,
    "each-year": _each_year,
}
