"""Asking what other rules would have made of the past: the question as typed, the files, how far it has come."""

import asyncio
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.progress import Progress

from application.rulebook_reading import RulebookInvalid, read_rulebook
from application.what_if import Found, Question, asked_streams, replay_streams
from cli.failures import ExitCode, invalid, out_of_reach
from cli.language import t
from cli.moments import period_of
from cli.output import console
from cli.programme_check import rulebook_content
from cli.visit import Visit, reached, visiting
from cli.what_if_report import Report, tell_report
from domain.ledger import LedgerUnavailable
from domain.rulebook import Rulebook
from stack.texts import Text

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
    since, until = period_of(asked.over)
    async with visiting(organisation, person) as visit:
        question = _question(visit, asked, since, until)
        async with reached():
            streams = await asked_streams(visit.service.ledger, question)
        report = await _replayed(visit, question, streams, as_json=as_json)
    tell_report(visit, question, report, as_json=as_json)
    return ExitCode.RECORDED if report.whole else INTERRUPTED


def _question(visit: Visit, asked: Asked, since: date, until: date) -> Question:
    rulebook = _rulebook(visit, asked.rules)
    programme = asked.programme or rulebook.programme
    known = visit.service.rulebooks.programmes(visit.people)
    if programme not in known:
        raise invalid(
            "unknown-programme",
            Text(f"programme inconnu ici : {programme}", f"unknown programme here: {programme}"),
            Text(
                f"Nommez-le par --programme : {', '.join(known)}.",
                f"Name one with --programme: {', '.join(known)}.",
            ),
        )
    return Question(visit.organisation, rulebook, programme, since, until, visit.person, visit.now)


def _rulebook(visit: Visit, given: str) -> Rulebook:
    """The rulebook of a file, or a known one. Raises Failure."""
    if not Path(given).exists():
        try:
            return visit.service.rulebooks.get(visit.people, given)
        except KeyError:
            raise _unknown(visit, given) from None
    try:
        return read_rulebook(rulebook_content(Path(given)), given)
    except RulebookInvalid as error:
        raise invalid(
            "rulebook-invalid",
            Text(
                f"{given} n’est pas un règlement : {len(error.findings)} constat(s).",
                f"{given} is no rulebook: {len(error.findings)} finding(s).",
            ),
            Text(
                f"`escale programme check {given}` les montre tous.",
                f"`escale programme check {given}` shows them all.",
            ),
        ) from None


def _unknown(visit: Visit, given: str) -> Exception:
    known = ", ".join(one.id for one in visit.service.rulebooks.versions(visit.people))
    return invalid(
        "unknown-rulebook",
        Text(f"ni fichier ni règlement connu : {given}", f"neither a file nor a known rulebook: {given}"),
        Text(f"Un fichier YAML, ou l’un de : {known}.", f"A YAML file, or one of: {known}."),
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
