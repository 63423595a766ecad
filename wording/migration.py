"""What moving a file to another rulebook changes, in words: its phase, its gate, its dates, the next reminders."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from domain.cooperations.migration import Coming, DateChange, ItemChange, Migration
from domain.kernel.text import Bilingual
from domain.rulebook import Names
from language import Locale, Text
from wording.codes import code_words
from wording.quantities import short_day
from wording.rulebook.wording import Wording

SHOWN = 3
"""Reminders that people are shown."""
NOTHING = Text("rien ne change pour ce dossier", "nothing changes for this file")
Days = Callable[[date, Locale], str]
"""How a day is written in a language."""


def migration_words(seen: Migration, days: Days = short_day) -> Iterator[Text]:
    """A line for each thing that changes, or that nothing does."""
    yield from _phase(seen)
    yield from _Lines(days).of(seen)


def _phase(seen: Migration) -> Iterator[Text]:
    before, after = seen.before, seen.after
    if before.file.current.number == after.file.current.number:
        return
    left, entered = (of.rulebook.phases[of.file.current.phase].name for of in (before, after))
    yield Text(f"phase : {left.fr} → {entered.fr}", f"phase: {left.en} → {entered.en}")


@dataclass(frozen=True, slots=True)
class _Lines:
    days: Days

    def of(self, seen: Migration) -> Iterator[Text]:
        if not seen.items and not seen.dates and seen.reminders == seen.reminders_before:
            yield NOTHING
        yield from (_item(one) for one in seen.items)
        yield from (self.due(one) for one in seen.dates)
        if seen.reminders != seen.reminders_before:
            yield from (self.reminder(one) for one in seen.reminders[:SHOWN])

    def due(self, one: DateChange) -> Text:
        """A deadline that comes, goes or moves, and why it is due then."""
        about = f" ({one.subject})" if one.subject else ""
        fr, en = one.name.fr + about, one.name.en + about
        was, now_is = self._both(one.before), self._both(one.after)
        why = Wording(one.rulebook).counted_from(one.rule)
        if one.after is None:
            return Text(f"− plus d’échéance : {fr} ({was[0]})", f"− deadline no more: {en} ({was[1]})")
        if one.before is None:
            return Text(
                f"+ échéance : {fr}, {now_is[0]} ({why[0]})", f"+ deadline: {en}, {now_is[1]} ({why[1]})"
            )
        return Text(
            f"~ {fr} : {was[0]} → {now_is[0]} ({why[0]})", f"~ {en}: {was[1]} → {now_is[1]} ({why[1]})"
        )

    def reminder(self, one: Coming) -> Text:
        """The next reminder of a deadline, and to whom."""
        day, to = self._both(one.at.date()), _said(one.to, "recipient")
        return Text(
            f"✉ rappel le {day[0]} : {one.name.fr} → {to[0]}",
            f"✉ reminder on {day[1]}: {one.name.en} → {to[1]}",
        )

    def _both(self, day: date | None) -> Bilingual:
        return (self.days(day, "fr"), self.days(day, "en")) if day else ("–", "–")


def _item(one: ItemChange) -> Text:
    name: Names = one.name
    was, now_is = (_said(held, "gate-item") for held in (one.before or "–", one.after or "–"))
    if one.before is None:
        return Text(
            f"+ à remplir en plus : {name.fr} ({now_is[0]})", f"+ to be met as well: {name.en} ({now_is[1]})"
        )
    if one.after is None:
        return Text(
            f"− n’est plus demandé : {name.fr} ({was[0]})", f"− no longer asked for: {name.en} ({was[1]})"
        )
    return Text(f"~ {name.fr} : {was[0]} → {now_is[0]}", f"~ {name.en}: {was[1]} → {now_is[1]}")


def _said(code: str, of: str) -> Bilingual:
    return code_words(code, of) or (code, code)
