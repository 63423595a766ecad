"""Silence that counts as an answer, and the outages that hold it back."""

from collections.abc import Mapping

from domain.commands import CountSilence, RecordOutage
from domain.decide.setting import Decision, Setting
from domain.events import OutageRecorded, SilenceCounted
from domain.kept import KeptFile
from domain.moments import write_instant
from domain.refusals import refuse
from domain.rulebook import Rulebook
from domain.silence import HeldBack, due_silences, silences
from domain.state import Cooperation

_WHY_NOT: Mapping[HeldBack | None, str] = {
    None: "silence_too_early",
    "untold": "silence_untold",
    "undelivered": "silence_undelivered",
    "vacant": "silence_vacant",
    "outage": "silence_after_outage",
}


def count_silence(command: CountSilence, file: KeptFile, rulebook: Rulebook, setting: Setting) -> Decision:
    """Let silence count, once per occurrence, if it counts now."""
    circumstances = (file, rulebook, setting.organisation, setting.now)
    counted = {one.occurrence: one for one in due_silences(*circumstances)}
    if one := counted.get(command.occurrence):
        return (
            SilenceCounted(
                occurrence=one.occurrence, deadline=one.deadline, counts_as=one.counts_as, item=one.item
            ),
        )
    coming = {one.occurrence: one for one in silences(*circumstances)}
    if later := coming.get(command.occurrence):
        if later.held_back == "money" and isinstance(file, Cooperation):
            return refuse("money_open", fundings=file.granted_fundings)
        since = rulebook.calendar_of(file.region).day_of(later.bites_at)
        return refuse(_WHY_NOT[later.held_back], occurrence=command.occurrence, since=since)
    return refuse("no_silence_counts", occurrence=command.occurrence)


def record_outage(command: RecordOutage, setting: Setting) -> Decision:
    """Record when the service could not work: in the past, and not what is known already."""
    now, last = setting.now, setting.organisation.outages[-1:]
    if not command.since < command.until <= now:
        return refuse("outage_reversed", now=write_instant(now))
    if last and command.since < last[0].until:
        return refuse("outage_known", until=write_instant(last[0].until))
    return (OutageRecorded(since=write_instant(command.since), until=write_instant(command.until)),)
