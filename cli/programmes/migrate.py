"""``programme migrate``: moving files to another rulebook, one by one, after showing what changes for each."""

import asyncio
import sys

from application.commands.answer import Answer
from cli.giving.answers import record, told_of_fault
from cli.programmes.migration_drawing import draw, migration_json
from cli.terminal.drawing import note_simulation
from cli.terminal.exit_codes import ExitCode, code_of_outcome, worst
from cli.terminal.output import tell, write_json
from cli.terminal.session import visiting
from domain.cooperations.commands.lifecycle import MigrateCooperation
from domain.cooperations.migration import Migration
from domain.kernel.refusal import Refusal
from language import Text, say, t
from queries.migration import Planned, Wish, planned_migrations
from queries.refused import Failure, invalid
from queries.visit import Visit, simulated
from wording.naming import Naming
from wording.punctuation import labelled
from wording.quantities import count_words
from wording.refusals import Explained, explain


async def migrate(
    wish: Wish, person: str, organisation: str, *, only_preview: bool, yes: bool, as_json: bool
) -> ExitCode:
    """Show what would change for each file, ask, and move them; what is interrupted goes on when repeated."""
    _check(wish, only_preview=only_preview, yes=yes, as_json=as_json)
    codes: list[ExitCode] = []
    async with visiting(organisation, person) as visit:
        if not as_json:
            note_simulation(visit)
        planned = [one async for one in planned_migrations(visit, wish)]
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
