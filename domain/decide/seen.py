"""Two on one file: what others decided since somebody looked at it is told before their act is recorded."""

from collections.abc import Iterator

from domain.files.entries import FileEntry
from domain.files.file import KeptFile
from domain.files.setting import Setting
from domain.kernel.command import AboutFile, Command
from domain.kernel.refusal import Refusal, refuse
from domain.people.identity import same_person

MOST_TOLD = 20
"""Entries that a refusal names, the last ones."""


def changed_since(command: Command, setting: Setting) -> Refusal | None:
    """Why it rests on what is no longer so: steps, decisions and corrections of others since what was seen."""
    if not isinstance(command, AboutFile) or command.seen is None:
        return None
    file = setting.beside.get(command.rests_on)
    news = list(_news(command, file, setting))[-MOST_TOLD:] if isinstance(file, KeptFile) else []
    if not news:
        return None
    return refuse(
        "changed_since",
        entries=tuple(one.number for one in news),
        what=tuple(dict.fromkeys(one.type for one in news)),
        authors=tuple(dict.fromkeys(one.by for one in news)),
    )


def _news(command: AboutFile, file: KeptFile, setting: Setting) -> Iterator[FileEntry]:
    for number in range((command.seen or 0) + 1, file.entry + 1):
        one = file.entries.get(number)
        if one is None or one.void or not one.outdates:
            continue
        if not same_person(setting.organisation, command.actor, one.by):
            yield one
