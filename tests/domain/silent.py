"""An opinion that is due, and the silence about it."""

from datetime import datetime
from typing import Any

from domain.cooperations.evolve.file import fold
from domain.cooperations.state import Cooperation
from domain.decide.decide import decide
from domain.files.events import DeliveryReported, DeliverySettled, SilenceCounted
from domain.files.setting import Setting
from domain.kernel.event import Event
from domain.kernel.moments import write_instant
from domain.kernel.refusal import Refusal
from domain.people.events import OutageRecorded
from domain.people.state import Organisation
from domain.reminders.silence import SilenceAt, silences
from domain.rulebook import Rulebook
from tests.domain.asking import paris
from tests.domain.kit import On, do, file_of, history, on
from tests.domain.rules import rulebook
from tests.domain.sample_people import FOUNDED, PEOPLE, organisation
from tests.domain.vocabulary import BEGUN, MESSAGE, WHY, reminded

FIRST = "1" * 32
OPINION = "one/p1"
"""An opinion within six months of 5 January 2026: due on Sunday 5 July, counted as given on Monday 6 July."""
BITES = paris("2026-07-06")


def rules(counts_as: str, **more: Any) -> Rulebook:
    """A deadline ``one`` of six months of which silence counts so."""
    one = {
        "deadline": "one",
        "name": {"fr": "avis", "en": "opinion"},
        "after": "phase-entry",
        "within": "P6M",
        "ladder": "short",
        "silence": {"counts_as": counts_as},
        **more,
    }
    return rulebook(deadlines=[one])


MET = rules("met", until="go")


def told(occurrence: str = OPINION, moment: str = "2026-06-08T06:00:00Z", message: str = MESSAGE) -> On:
    """A reminder of it went out."""
    return on(moment, reminded(occurrence, "before", message))


def reported(delivery: str, message: str = MESSAGE) -> Event:
    """What became of it."""
    return DeliveryReported(message=message, delivery=delivery, code=None)  # type: ignore[arg-type]


def settled(decision: str, message: str = MESSAGE) -> Event:
    """What somebody decided about it."""
    return DeliverySettled(message=message, decision=decision, reason=WHY)  # type: ignore[arg-type]


HEARD = file_of(*BEGUN, told(), reported("sent"))
"""People were told in June, and it is known."""


def after_outage(since: str, until: str) -> Organisation:
    """The organisation after an outage."""
    outage = OutageRecorded(since=write_instant(paris(since)), until=write_instant(paris(until)))
    return organisation(*(one for one in FOUNDED if not isinstance(one, On)), outage)


def the_silence(
    file: Cooperation, now: datetime, rules_: Rulebook = MET, people: Organisation = PEOPLE
) -> SilenceAt:
    """The only one there is."""
    [one] = silences(file, rules_, people, now)
    return one


def count(
    file: Cooperation,
    now: datetime,
    rules_: Rulebook = MET,
    people: Organisation = PEOPLE,
    occurrence: str = OPINION,
) -> tuple[Event, ...] | str:
    """What the command gives: its events, or the code of the refusal."""
    command = do("CountSilence", actor="escale", occurrence=occurrence)
    found = decide(command, file, Setting(people, rules_, now))
    return found.code if isinstance(found, Refusal) else tuple(one.event for one in found)


def after(file: Cooperation, now: datetime, *events: Event) -> Cooperation:
    """The file once these happened."""
    news = history(*(on(write_instant(now), one) for one in events), first=file.entry + 1)
    return fold(file, news) or file


def counted(counts_as: str, item: str | None = None, occurrence: str = OPINION) -> SilenceCounted:
    """Silence was counted."""
    deadline_key = occurrence.partition("/")[0]
    return SilenceCounted(occurrence=occurrence, deadline=deadline_key, counts_as=counts_as, item=item)  # type: ignore[arg-type]
