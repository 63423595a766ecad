"""Silence that counts as an answer, what holds it back, and the outages that give people another day."""

from datetime import timedelta

from domain.people.events import OutageRecorded
from domain.registry.commands import AnyCommand
from tests.domain.asking import paris
from tests.domain.kit import Row, do
from tests.domain.sample_people import FOUNDED
from tests.domain.silent import BITES, MET, OPINION, counted, reported, told
from tests.domain.vocabulary import BEGUN

HEARD = (*BEGUN, told(), reported("sent"))
JUST_BEFORE = BITES - timedelta(seconds=1)
COUNT = do("CountSilence", actor="escale", occurrence=OPINION)
AWAY = OutageRecorded(since="2026-07-03T07:00:00Z", until="2026-07-04T07:00:00Z")


def interrupted(since: str, until: str) -> AnyCommand:
    """The service tells when it could not work."""
    return do("RecordOutage", actor="escale", since=since, until=until)


ROWS = (
    Row(
        "silence counts as the rulebook says once the deadline has passed",
        HEARD,
        COUNT,
        (counted("met", "go"),),
        rulebook=MET,
        now=BITES,
    ),
    Row(
        "silence does not count a second too early",
        HEARD,
        COUNT,
        "silence_too_early",
        naming={"occurrence": OPINION, "since": "2026-07-06"},
        rulebook=MET,
        now=JUST_BEFORE,
    ),
    Row(
        "the silence of who was never told does not count",
        BEGUN,
        COUNT,
        "silence_untold",
        naming={"occurrence": OPINION},
        rulebook=MET,
        now=BITES,
    ),
    Row(
        "the silence of whom no message reached does not count",
        (*BEGUN, told(), reported("failed")),
        COUNT,
        "silence_undelivered",
        rulebook=MET,
        now=BITES,
    ),
    Row(
        "silence does not count within a working day of an outage",
        HEARD,
        COUNT,
        "silence_after_outage",
        naming={"since": "2026-07-07"},
        rulebook=MET,
        now=BITES,
        people=(*FOUNDED, AWAY),
    ),
    Row(
        "silence counts where the rulebook says so, and nowhere else",
        HEARD,
        do("CountSilence", actor="escale", occurrence="other/p1"),
        "no_silence_counts",
        rulebook=MET,
        now=BITES,
    ),
    Row(
        "an outage is recorded once it is over",
        (),
        interrupted("2026-07-03T09:00:00+02:00", "2026-07-04T09:00:00+02:00"),
        (AWAY,),
    ),
    Row(
        "an outage ends after it began",
        (),
        interrupted("2026-07-04T07:00:00Z", "2026-07-04T07:00:00Z"),
        "outage_reversed",
    ),
    Row(
        "an outage that lasts is not over",
        (),
        interrupted("2026-07-04T07:00:00Z", "2026-07-05T12:00:01Z"),
        "outage_reversed",
        now=paris("2026-07-05T14:00:00"),
    ),
    Row(
        "an outage is recorded once",
        (),
        interrupted("2026-07-04T06:59:59Z", "2026-07-04T09:00:00Z"),
        "outage_known",
        naming={"until": "2026-07-04T07:00:00Z"},
        people=(*FOUNDED, AWAY),
    ),
)
