"""A rehearsal as people read it: a table of what comes, then what was refused and what makes no sense."""

from application.rehearsal.absurdities import Absurdity
from application.rehearsal.rehearsing import Rehearsal
from application.rehearsal.row import Row
from cli.terminal.drawing import headed, write_table
from cli.terminal.output import console
from domain.kernel.calendar import SENDING_HOUR
from exports.rehearsal_words import because, in_words, kind_of, naming_in, to_whom, what
from language import Text, say, t
from wording import headings
from wording.commands import COMMANDS
from wording.refusals import explain
from wording.values import word

_DAYS = Text("lu ma me je ve sa di", "Mo Tu We Th Fr Sa Su")


def draw(shown: Rehearsal) -> None:
    """Write it all."""
    stage, out = shown.stage, console()
    out.print(headed(f"{in_words(stage.rulebook.name)} ({stage.rulebook.id})"))
    out.print(
        f"{in_words(stage.script.scenario.name)}, {stage.beginning:%Y-%m-%d} – {stage.until:%Y-%m-%d}",
        markup=False,
    )
    heads = (
        t("jour", "day"),
        "",
        t("quoi", "what"),
        say(headings.TO_WHOM),
        say(headings.WHY_THAT_DAY),
    )
    write_table(
        heads,
        [
            (_day(row), kind_of(row), what(row, shown), to_whom(row), because(row, stage.rulebook))
            for row in shown.rows
        ],
    )
    _draw_refused(shown)
    _draw_absurdities(shown)
    status = t("à l’horizon le dossier est : ", "at the horizon the file is: ")
    out.print(f"{status}{word(shown.status, 'cooperation')}", markup=False)


def _day(row: Row) -> str:
    day = f"{row.at:%Y-%m-%d} {say(_DAYS).split()[row.at.weekday()]}"
    return day if row.at.time() == SENDING_HOUR else f"{day} {row.at:%H:%M}"


def _draw_refused(shown: Rehearsal) -> None:
    if not shown.refused:
        return
    console().print(headed(say(headings.REFUSED_BY_RULES)))
    rows = []
    for given in shown.refused:
        if given.refusal:
            words = explain(given.refusal, naming_in(shown))
            rows.append((f"{given.at:%Y-%m-%d}", say(COMMANDS[given.command.type]), say(words.message)))
    write_table((), rows)


def _draw_absurdities(shown: Rehearsal) -> None:
    console().print(headed(say(headings.MAKES_NO_SENSE)))
    write_table((), [(f"{one.at:%Y-%m-%d}", in_words(one.words), _times(one)) for one in shown.absurdities])


def _times(one: Absurdity) -> str:
    return f"× {one.times}" if one.times > 1 else ""
