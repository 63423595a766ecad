"""``python -m web.rehearsing``: rehearse what standard input asks for, and write it to standard output."""

import resource
import sys

from application.rehearsal.builtin import builtin
from application.rehearsal.rehearsing import Rehearsal, rehearse
from application.rehearsal.shelf import Shelf
from application.rehearsal.stage import Stage, beginning_of, region_of, staged
from bootstrap import published_rulebooks
from domain.kernel.calendar import SENDING_HOUR
from domain.rulebook import Rulebook
from exports.rehearsal_ics import calendar_of
from exports.rehearsal_words import because, in_words, kind_of, naming_in, to_whom, what
from exports.rehearsal_xlsx import workbook_of
from language import say, speaking
from web.rehearsing.asked import Asked, Line, Refused, Shown, Strange
from web.rehearsing.limits import SECONDS
from wording.commands import COMMANDS
from wording.refusals import explain
from wording.values import word


def main() -> None:
    """Be the process of one rehearsal; the system ends it if nobody else does."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    asked = Asked.model_validate_json(sys.stdin.buffer.read())
    with speaking(asked.language):
        sys.stdout.buffer.write(_written(asked))


def _written(asked: Asked) -> bytes:
    shown = rehearse(_stage(asked))
    match asked.form:
        case "ics":
            return calendar_of(shown)
        case "xlsx":
            return workbook_of(shown)
    return _page(shown).model_dump_json().encode()


def _stage(asked: Asked) -> Stage:
    rulebook = Rulebook.model_validate(asked.rulebook, strict=False)
    region = region_of(None, asked.region)
    beginning = beginning_of(rulebook, region, asked.since, asked.today)
    script = builtin(asked.scenario, rulebook, beginning, region)
    shelf = Shelf(rulebook, published_rulebooks())
    return staged(shelf, rulebook, script, region, beginning, asked.years)


def _page(shown: Rehearsal) -> Shown:
    stage, naming = shown.stage, naming_in(shown)
    return Shown(
        scenario=in_words(stage.script.scenario.name),
        beginning=f"{stage.beginning:%Y-%m-%d}",
        until=f"{stage.until:%Y-%m-%d}",
        status=word(shown.status, "cooperation"),
        lines=tuple(
            Line(
                day=f"{row.at:%Y-%m-%d}" if row.at.time() == SENDING_HOUR else f"{row.at:%Y-%m-%d %H:%M}",
                kind=kind_of(row),
                what=what(row, shown),
                to=to_whom(row),
                why=because(row, stage.rulebook),
            )
            for row in shown.rows
        ),
        refused=tuple(
            Refused(
                day=f"{one.at:%Y-%m-%d}",
                what=say(COMMANDS[one.command.type]),
                why=say(explain(one.refusal, naming).message),
            )
            for one in shown.refused
            if one.refusal
        ),
        strange=tuple(
            Strange(day=f"{one.at:%Y-%m-%d}", what=in_words(one.words), times=one.times)
            for one in shown.absurdities
        ),
    )


if __name__ == "__main__":
    main()
