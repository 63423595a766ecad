"""What other rules would have made of the past, against fetching and parsing the same events and nothing more."""

import time
from collections.abc import Sequence
from datetime import timedelta

from application.rulebooks.shelf import YamlRulebooks
from application.what_if.histories import asked_streams, replay_streams
from application.what_if.question import Found, Question
from benchmarks.life_events import ACTOR
from benchmarks.lives import LIFE, ORGANISATION, RULEBOOK, START, events_of_a_life, fill
from benchmarks.paired import measure
from benchmarks.rebuild import fetch_and_parse
from benchmarks.report import Row, at_least
from benchmarks.server import bench_server
from domain.kernel.moments import PARIS, day_of
from domain.people.state import Organisation
from domain.rulebook import EvaluationRule, GateItem, QuickWinsRule, Rulebook
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from programmes import FOLDER

EVENTS = 100_000
ROUNDS = 5
BAR = 0.25


async def what_if() -> Sequence[Row]:
    """Lives of four phases, replayed under stricter rules as ``escale what-if`` does it."""
    async with bench_server() as server:
        pool = await open_pool(server.service_dsn)
        ledger = PostgresLedger(pool)
        await fill(ledger, -(-EVENTS // events_of_a_life()))
        events = (await ledger.head(ORGANISATION)).position
        question = _question()
        found = Found()

        async def ours(_seconds: float) -> float:
            nonlocal found
            started, found = time.perf_counter(), Found()
            streams = await asked_streams(ledger, question)
            async for _, some in replay_streams(ledger, question, streams):
                found += some
            return events / (time.perf_counter() - started)

        async def bare(seconds: float) -> float:
            return await fetch_and_parse(pool, seconds)

        rounds = await measure({"what-if": ours, "bare": bare}, rounds=ROUNDS, between=server.settle)
        pool.terminate()
    figures = f"{rounds.figure('what-if'):,.0f} / {rounds.figure('bare'):,.0f} events/s"
    detail = (
        f"{figures}, {events:,} events, {found.decisions:,} decisions, {len(found.differences):,} different"
    )
    name = "what-if over 100 000 events / bare fetch and json.loads"
    return [at_least(name, BAR, rounds.ratio("what-if", "bare"), detail)]


def _question() -> Question:
    """The whole of every life."""
    rulebook = _stricter(YamlRulebooks(FOLDER).get(Organisation(), RULEBOOK))
    last, _ = LIFE[-1]
    end = START + timedelta(days=last)
    return Question(
        ORGANISATION,
        rulebook,
        rulebook.programme,
        day_of(START, PARIS),
        day_of(end, PARIS),
        ACTOR,
        end,
        PARIS,
    )


def _stricter(rulebook: Rulebook) -> Rulebook:
    """The programme's next version: younger evaluations, more quick wins."""
    phases = {
        phase: rule.model_copy(update={"gate": tuple(map(_stricter_item, rule.gate))})
        for phase, rule in rulebook.phases.items()
    }
    return rulebook.model_copy(update={"version": rulebook.version + 1, "phases": phases})


def _stricter_item(item: GateItem) -> GateItem:
    match item.needs:
        case EvaluationRule():
            return item.model_copy(update={"needs": item.needs.model_copy(update={"not_older_than": "P1M"})})
        case QuickWinsRule():
            return item.model_copy(update={"needs": item.needs.model_copy(update={"at_least": 3})})
    return item
