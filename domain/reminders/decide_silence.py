"""Silence that counts as an answer, and the outages that hold it back."""

from collections.abc import Mapping

from domain.deadlines.heard import HeldBack
from domain.files.events import SilenceCounted
from domain.files.file import KeptFile
from domain.files.setting import Decision, Setting
from domain.kernel.refusal import refuse
from domain.reminders.commands import CountSilence
from domain.reminders.silence import due_silences, silences
from domain.rulebook import Rulebook

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
        if later.held_back == "money":
            return refuse("money_open", fundings=file.granted_fundings)
        since = rulebook.calendar_of(file.region).day_of(later.bites_at)
        return refuse(_WHY_NOT[later.held_back], occurrence=command.occurrence, since=since)
    return refuse("no_silence_counts", occurrence=command.occurrence)
