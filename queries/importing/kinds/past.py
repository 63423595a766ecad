"""What panels and funders decided before a file was kept here: told in its history, and nothing follows from it."""

from collections.abc import Iterator, Sequence

from domain.cooperations.commands.past import RecordPastFunding, RecordPastReview
from queries.importing.kinds.collective import Alike, unit_of
from queries.importing.lists import Lists
from queries.importing.shape import Column, Kind, Row, Unit, Wrong

_FILE = Column("cooperation", "choice", required=True, choices="cooperation", width=36)
_DATE = Column("date", "moment", required=True, width=14)


def _reviews(rows: Sequence[Row], _lists: Lists, _job: str) -> Iterator[Unit | Wrong]:
    alike = Alike()
    for row in rows:
        command_id = alike.id_of("avis-passes", row.text("cooperation"), row.text("date"))
        fields = row.given(
            cooperation="cooperation",
            effective_at="date",
            title="asked",
            whom="whom",
            outcome="verdict",
            note="note",
        )
        yield unit_of(row, {"type": "RecordPastReview", "command_id": command_id, **fields})


def _fundings(rows: Sequence[Row], _lists: Lists, _job: str) -> Iterator[Unit | Wrong]:
    alike = Alike()
    for row in rows:
        command_id = alike.id_of("financements-passes", row.text("cooperation"), row.text("date"))
        fields = row.given(
            cooperation="cooperation",
            effective_at="date",
            title="instrument_past",
            funder="funder",
            outcome="decision",
            asked_cents="asked_amount",
            granted_cents="granted_amount",
            paid_cents="paid_amount",
            until="until",
            note="note",
        )
        yield unit_of(row, {"type": "RecordPastFunding", "command_id": command_id, **fields})


PAST_REVIEWS = Kind(
    "avis-passes",
    (
        _FILE,
        _DATE,
        Column("asked", required=True, width=36),
        Column("whom", required=True, width=28),
        Column("verdict", "choice", required=True, choices="verdict", width=24),
        Column("note", width=48),
    ),
    _reviews,
    commands=(RecordPastReview,),
)
PAST_FUNDINGS = Kind(
    "financements-passes",
    (
        _FILE,
        _DATE,
        Column("instrument_past", required=True, width=30),
        Column("funder", required=True, width=28),
        Column("decision", "choice", required=True, choices="past-decision", width=18),
        Column("asked_amount", "euros", width=16),
        Column("granted_amount", "euros", width=16),
        Column("paid_amount", "euros", width=16),
        Column("until", "day", width=14),
        Column("note", width=48),
    ),
    _fundings,
    commands=(RecordPastFunding,),
)
