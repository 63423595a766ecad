"""Decisions on one envelope, against appends to one stream that nobody had to read, with 100 waiting for each.

A decision is a whole ``DecideFunding``: authority, rules, what the envelope has left, three events in three streams.
An append is one event of the usual size: nothing is judged, and its entry is whatever comes next. The same decisions
on a hundred envelopes tell what meeting on one of them costs.
"""

from collections.abc import Sequence

from benchmarks.append_writers import UnversionedWriters
from benchmarks.deciding import Board
from benchmarks.paired import measure
from benchmarks.report import Row, at_least, stated
from benchmarks.server import bench_server

WAITING = 100
ROUNDS = 5
SECONDS = 1.0
READY = 2_500
"""Requests to be decided at the beginning of each measurement: more than are decided in it."""


async def decisions() -> Sequence[Row]:
    """In turn, in one process each."""
    async with bench_server() as server:
        board = await Board.convene(server, WAITING)
        one = await UnversionedWriters.found(server, WAITING, 1)
        three = await UnversionedWriters.found(server, WAITING, 3)

        async def between() -> None:
            await board.receive(READY)
            await server.settle()

        rivals = {"decisions": board.together, "apart": board.apart, "one": one.run, "three": three.run}
        rounds = await measure(rivals, rounds=ROUNDS, seconds=SECONDS, between=between)
        board.close()
    figures = f"{rounds.figure('decisions'):,.0f} decisions/s"
    return (
        at_least(
            "decisions on one envelope, 100 waiting / unversioned appends to one stream",
            0.5,
            rounds.ratio("decisions", "one"),
            f"{figures} / {rounds.figure('one'):,.0f} appends/s",
        ),
        stated(
            "decisions on one envelope, 100 waiting / unversioned appends of as many events",
            rounds.ratio("decisions", "three").middle,
            f"{figures} / {rounds.figure('three'):,.0f} appends/s of three events",
        ),
        stated(
            "decisions on one envelope, 100 waiting / the same on a hundred envelopes",
            rounds.ratio("decisions", "apart").middle,
            f"{figures} / {rounds.figure('apart'):,.0f} decisions/s",
        ),
        stated("decisions on one envelope, 100 waiting, per second", rounds.figure("decisions")),
    )
