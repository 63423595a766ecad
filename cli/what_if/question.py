"""Asking what other rules would have made of the past: the question as typed, the files, how far it has come."""

import asyncio
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date

from rich.progress import Progress

from application.what_if.histories import asked_streams, replay_streams
from application.what_if.question import Found, Question
from cli.programmes.named import rulebook_named
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import console
from cli.terminal.session import visiting
from cli.what_if.report import Report, tell_report
from domain.kernel.ledger import LedgerUnavailable
from language import Text, t
from queries.refused import invalid, out_of_reach
from queries.typed import period_of
from queries.visit import Visit, reached

INTERRUPTED = 130
"""What shells expect of a command that Ctrl-C ended."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The question as it was typed: a rulebook's file or id, a period, a programme."""

    rules: str
    over: str
    programme: str


async def what_if(asked: Asked, person: str, organisation: str, *, as_json: bool) -> int:
    """Replay the decisions in question and tell which differ; Ctrl-C tells what was found so far."""
    async with visiting(organisation, person) as visit:
        question = _question(visit, asked, *period_of(asked.over, visit.zone))
        async with reached():
            streams = await asked_streams(visit.service.ledger, question)
        report = await _replayed(visit, question, streams, as_json=as_json)
        async with reached():
            names = await visit.names()
    tell_report(visit, question, report, names, as_json=as_json)
    return ExitCode.RECORDED if report.whole else INTERRUPTED


def _question(visit: Visit, asked: Asked, since: date, until: date) -> Question:
    rulebook = rulebook_named(asked.rules, visit.service.rulebooks, visit.people)
    programme = asked.programme or rulebook.programme
    known = visit.service.rulebooks.programmes(visit.people)
    if programme not in known:
        raise invalid(
            "unknown-programme",
            Text(f"programme inconnu ici : {programme}", f"unknown programme here: {programme}"),
            Text(
                f"Nommez-le par --programme : {', '.join(known)}.",
                f"Name one with --programme: {', '.join(known)}.",
            ),
        )
    return Question(
        visit.organisation, rulebook, programme, since, until, visit.person, visit.now, visit.zone
    )


async def _replayed(visit: Visit, question: Question, streams: Sequence[str], *, as_json: bool) -> Report:
    """Everything that the files had, or what was found until somebody stopped it. Raises Failure."""
    found, done = Found(), 0
    out = console(errors=True)
    drawn = out.is_terminal and not as_json
    try:
        with Progress(console=out, transient=True) if drawn else nullcontext() as bar:
            task = bar.add_task(t("dossiers", "files"), total=len(streams)) if bar else None
            async for number, some in replay_streams(visit.service.ledger, question, streams):
                found, done = found + some, done + number
                if bar and task is not None:
                    bar.update(task, completed=done)
    except LedgerUnavailable:
        raise out_of_reach() from None
    except asyncio.CancelledError:
        return Report(found, done, len(streams))
    return Report(found, done, len(streams))
