"""What waits in a review or a funding, put together with the deadlines that it has there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, Unpack
from zoneinfo import ZoneInfo

from domain.deadlines.deadline import Deadline
from domain.files.file import KeptFile
from domain.fundings.circuit import seats_of
from domain.kernel.ids import review_stream
from domain.kernel.moments import earliest
from domain.kernel.values import Body
from domain.reminders.view import FileView
from domain.rulebook import Names, Rulebook
from domain.tasks.entitled import MANAGING
from domain.tasks.files import MANAGERS, awaited, tasks_of_ladders
from domain.tasks.task import Kind, TaskLine


@dataclass(frozen=True, slots=True)
class Whom:
    """For whom something waits: a person, or those in charge, if they hold one of ``roles``; else all who hold one.

    Roles count in the file's region, or ``anywhere``; never for those whom it ``spares``. Whoever is ``standing_in``
    does it for those in charge, who may not.
    """

    roles: tuple[str, ...]
    person: str | None = None
    in_charge: bool = False
    standing_in: bool = False
    anywhere: bool = False
    spares: tuple[str, ...] = ()


IN_CHARGE = Whom(MANAGING, in_charge=True)


class _More(TypedDict, total=False):
    """Fields of a task that few kinds have."""

    ends_at: datetime | None
    of_fr: str
    of_en: str
    unless_holds: tuple[str, ...]


class Waiting:
    """The tasks of one file, as they are found. In one that is ``asleep`` only what pauses do not touch waits."""

    def __init__(self, view: FileView[KeptFile], *, asleep: bool) -> None:
        self._view = view
        self._asleep = asleep
        self._lines: list[TaskLine] = []
        self._told: set[tuple[str, str]] = set()

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which the file's days begin and end."""
        return self._view.zone

    def at(self, entry: int) -> datetime:
        """When an entry of the file took effect, at the earliest."""
        return earliest(self._view.file.entries[entry].at, self.zone)

    def deadline(self, key: str, subject: str | None = None) -> Deadline | None:
        """The open deadline of a key that may remind, about that subject if one is named."""
        found = (one for one in self._view.speaking if one.key == key)
        return next((one for one in found if subject is None or one.subject == subject), None)

    def add(
        self,
        kind: Kind,
        subject: str,
        since: datetime,
        whom: Whom = IN_CHARGE,
        *,
        name: Names | None = None,
        deadline: Deadline | None = None,
        **more: Unpack[_More],
    ) -> None:
        """Something that waits since an instant, until a deadline if it has one."""
        file = self._view.file
        if file.ended or (self._asleep and deadline is None):
            return
        if deadline:
            charged = whom.in_charge or whom.standing_in
            told = (*((MANAGERS,) if charged else ()), *(() if whom.in_charge else whom.roles))
            self._told.update((deadline.occurrence, to) for to in told)
        self._lines.append(
            TaskLine(
                file=file.key,
                kind=kind,
                subject=subject,
                name_fr=name.fr if name else None,
                name_en=name.en if name else None,
                since=since,
                zone=self.zone.key,
                due_on=deadline.due.day if deadline else None,
                overdue_from=deadline.due.passes_at if deadline else None,
                region=None if whom.anywhere else file.region,
                persons=file.managers if whom.in_charge else (whom.person,) if whom.person else (),
                roles=whom.roles,
                except_for=whom.spares,
                **more,
            )
        )

    def awaits(self, review: str, subject: str, since: datetime, name: Names, of: Names) -> None:
        """Something that was asked of a panel: it waits in that review."""
        if not (self._view.file.ended or self._asleep):
            self._lines.append(
                awaited(self._view, subject, since, name, of=of, files=(review_stream(review),))
            )

    def lines(self) -> Iterator[TaskLine]:
        """What waits; and whom ladders remind who do not hear of it as something that they owe themselves."""
        yield from self._lines
        yield from tasks_of_ladders(self._view, self._view.speaking, self._told)


def who_acts(bodies: Iterable[Body], rulebook: Rulebook, spares: tuple[str, ...]) -> Iterator[Whom]:
    """Whoever may act as one of these bodies: holders of roles, of panels' seats, and their chairs."""
    here, anywhere = dict[str, None](), dict[str, None]()
    for body in bodies:
        for role, of in seats_of(body, rulebook):
            (here if of == "region" else anywhere)[role] = None
    if here:
        yield Whom(roles=tuple(here), spares=spares)
    if anywhere:
        yield Whom(roles=tuple(anywhere), anywhere=True, spares=spares)
