"""``programme migrate``: moving files to another rulebook, one by one, after showing what changes for each."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from application.commands.answer import Answer
from application.commands.parsing import read_command
from cli.giving.answers import record, told_of_fault
from cli.programmes.migration_drawing import draw, migration_json
from cli.terminal.drawing import note_simulation
from cli.terminal.exit_codes import ExitCode, code_of_outcome, worst
from cli.terminal.output import tell, write_json
from cli.terminal.session import visiting
from domain.cooperations.commands.lifecycle import MigrateCooperation
from domain.cooperations.migration import Migration
from domain.kernel.refusal import Refusal
from domain.rulebook import Rulebook
from language import Text, say, t
from projections.portfolio import PortfolioFilter
from queries.lists import whole
from queries.refused import Failure, invalid
from queries.visit import Visit, reached, simulated
from wording.naming import Naming
from wording.punctuation import labelled
from wording.quantities import count_words
from wording.refusals import Explained, explain


@dataclass(frozen=True, slots=True)
class Wish:
    """Which files somebody wants moved where: those named, or all open ones of a programme."""

    files: tuple[str, ...]
    every: bool
    programme: str
    to: str
    phase: str
    reason: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A file with the command that moves it and what that changes, or why it stays where it is."""

    file: str
    command: MigrateCooperation | None
    seen: Migration | Refusal
    rulebook: Rulebook | None
    """The one under which it runs."""

    @property
    def words(self) -> Explained | None:
        """Why it stays where it is."""
        return explain(self.seen, Naming(self.rulebook)) if isinstance(self.seen, Refusal) else None


async def migrate(
    wish: Wish, person: str, organisation: str, *, only_preview: bool, yes: bool, as_json: bool
) -> ExitCode:
    """Show what would change for each file, ask, and move them; what is interrupted goes on when repeated."""
    _check(wish, only_preview=only_preview, yes=yes, as_json=as_json)
    codes: list[ExitCode] = []
    async with visiting(organisation, person) as visit:
        if not as_json:
            note_simulation(visit)
        planned = [one async for one in _planned(visit, wish)]
        for one in planned:
            _show(visit, one, as_json=as_json, alone=only_preview)
            if isinstance(one.seen, Refusal) and one.seen.code != "same_rulebook":
                codes.append(ExitCode.REFUSED)
        ready = [one for one in planned if one.command]
        if only_preview or not ready or not (yes or await _agreed(len(ready))):
            return worst(codes)
        for number, one in enumerate(ready, start=1):
            try:
                codes.append(await _move(visit, one, f"[{number}/{len(ready)}]", as_json=as_json))
            except Failure as failure:
                codes.append(told_of_fault(failure, as_json=as_json))
    return worst(codes)


def _check(wish: Wish, *, only_preview: bool, yes: bool, as_json: bool) -> None:
    """Raise Failure for a wish that cannot be understood."""
    if bool(wish.files) == wish.every:
        raise _unclear(
            "which-files",
            "nommez des dossiers, ou tous avec --all, pas les deux",
            "name files, or all of them with --all, not both",
        )
    if not wish.reason and not only_preview:
        raise _unclear("no-reason", "il faut une raison (--reason)", "a reason is needed (--reason)")
    if not (yes or only_preview) and (as_json or not sys.stdin.isatty()):
        raise _unclear(
            "not-confirmed",
            "personne ne peut confirmer ici : --preview pour voir, --yes pour faire",
            "nobody can confirm here: --preview to see, --yes to do",
        )


def _unclear(code: str, fr: str, en: str) -> Failure:
    remedy = Text(
        "`escale programme migrate --help` montre comment.", "See `escale programme migrate --help`."
    )
    return invalid(code, Text(fr, en), remedy)


async def _planned(visit: Visit, wish: Wish) -> AsyncIterator[Planned]:
    """What would become of each file, in the order named or by name."""
    files: Sequence[str] = wish.files or await _all_of(visit, wish.programme or wish.to.partition("@")[0])
    for file in files:
        async with reached():
            present = await visit.file(file)
            command = _command(visit, wish, file, present.entry, phase="")
            seen = await visit.service.migrations.preview(visit.organisation, command, visit.now)
            if isinstance(seen, Refusal) and seen.code == "phase_not_used" and wish.phase:
                command = _command(visit, wish, file, present.entry, phase=wish.phase)
                seen = await visit.service.migrations.preview(visit.organisation, command, visit.now)
        rulebook = visit.rulebook(present.rulebook)
        yield Planned(file, None if isinstance(seen, Refusal) else command, seen, rulebook)


async def _all_of(visit: Visit, programme: str) -> list[str]:
    """The open files of a programme that the person may read, by name."""
    async with reached():
        head = await visit.service.ledger.head(visit.organisation)
        await visit.service.read_models.wait_for(visit.organisation, head.position)
        where = PortfolioFilter(programme=programme, open=True)
        lines = await whole(visit, visit.service.read_models.portfolio, where)
        return sorted(one.file for one in lines)


def _command(visit: Visit, wish: Wish, file: str, entry: int, phase: str) -> MigrateCooperation:
    """The command; its id says what it moves and from where, so that a repeat does nothing twice."""
    form = {
        "type": "MigrateCooperation",
        "command_id": f"migrate/{file}/{wish.to.replace('@', ':')}/{entry}",
        "cooperation": file,
        "to": wish.to,
        "reason": wish.reason or "–",
    }
    command = read_command(json.dumps(form | ({"phase": phase} if phase else {})), visit.person)
    if isinstance(command, MigrateCooperation):
        return command
    refusal = command.refusal if isinstance(command, Answer) else None
    raise invalid(
        "bad-usage",
        Text(refusal.message.fr, refusal.message.en) if refusal else Text("?", "?"),
        Text(refusal.remedy.fr, refusal.remedy.en) if refusal else Text("?", "?"),
    )


def _show(visit: Visit, one: Planned, *, as_json: bool, alone: bool) -> None:
    """What would change for a file; in JSON only where nothing else is told of it."""
    if as_json:
        if alone or one.command is None:
            write_json(simulated(visit) | {"file": one.file, **_foreseen(one)})
    elif isinstance(one.seen, Migration):
        draw(one.file, one.seen)
    elif words := one.words:
        tell(labelled(one.file, _why(words)))


async def _move(visit: Visit, one: Planned, progress: str, *, as_json: bool) -> ExitCode:
    """Move one file and tell what became of it."""
    if one.command is None:
        return ExitCode.REFUSED
    answer = await record(visit, one.command)
    if as_json:
        write_json(
            simulated(visit) | {"file": one.file, **_foreseen(one), "answer": answer.model_dump(mode="json")}
        )
    else:
        tell(labelled(f"{progress} {one.file}", _became(one.command, answer)))
    return code_of_outcome(answer.outcome)


def _foreseen(one: Planned) -> dict[str, object]:
    if isinstance(one.seen, Migration):
        return {"preview": migration_json(one.seen), "refusal": None}
    words = explain(one.seen, Naming(one.rulebook))
    told = {
        "code": one.seen.code,
        "message": Text(*words.message)._asdict(),
        "remedy": Text(*words.remedy)._asdict(),
    }
    return {"preview": None, "refusal": told}


def _became(command: MigrateCooperation, answer: Answer) -> str:
    if answer.refusal:
        return f"{say(answer.refusal.message)} {say(answer.refusal.remedy)}"
    if answer.repeated:
        return t("déjà fait", "already done")
    return t(f"suit désormais {command.to}", f"now runs under {command.to}")


def _why(words: Explained) -> str:
    return f"{say(words.message)} {say(words.remedy)}"


async def _agreed(count: int) -> bool:
    """Whether the person at the terminal wants it."""
    files = count_words(count, ("dossier", "file"), ("dossiers", "files"))
    question = t(f"Déplacer {files.fr} ? [oui/non] ", f"Move {files.en}? [yes/no] ")
    sys.stderr.write(question)
    sys.stderr.flush()
    return (await asyncio.to_thread(input)).strip().casefold() in {"oui", "o", "yes", "y"}
