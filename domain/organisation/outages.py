"""Outages of the service: silence does not count while nobody could be told."""

from domain.files.setting import Decision, Setting
from domain.kernel.moments import write_instant
from domain.kernel.refusal import refuse
from domain.organisation.commands import RecordOutage
from domain.people.events import OutageRecorded


def record_outage(command: RecordOutage, setting: Setting) -> Decision:
    """Record when the service could not work: in the past, and not what is known already."""
    now, last = setting.now, setting.organisation.outages[-1:]
    if not command.since < command.until <= now:
        return refuse("outage_reversed", now=write_instant(now))
    if last and command.since < last[0].until:
        return refuse("outage_known", until=write_instant(last[0].until))
    return (OutageRecorded(since=write_instant(command.since), until=write_instant(command.until)),)
