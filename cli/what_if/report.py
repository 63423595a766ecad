"""What would have been decided differently, for people and programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from application.what_if.question import Difference, Found, Question
from cli.terminal.drawing import headed, note_simulation, write_table
from cli.terminal.output import console, tell, write_json
from domain.rulebook import Rulebook, names_in
from language import Text, say, t
from queries.differences import TOLD, difference_naming, difference_told
from queries.visit import Visit, simulated
from wording import headings
from wording.naming import Naming
from wording.punctuation import labelled
from wording.quantities import count_words
from wording.refusals import explain


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in so many of the files."""

    found: Found
    replayed: int
    files: int

    @property
    def whole(self) -> bool:
        """Whether nobody stopped it before the last file."""
        return self.replayed == self.files


def tell_report(
    visit: Visit, question: Question, report: Report, names: Mapping[str, str], *, as_json: bool
) -> None:
    """Write the differences by file, then how many there are. ``names`` are those of people, by id."""
    differences = sorted(report.found.differences, key=lambda one: (one.file, one.decision.entry))
    if as_json:
        written = [
            _written(one, difference_naming(visit, question, one, names), question.rulebook)
            for one in differences
        ]
        write_json(simulated(visit) | _counted(question, report) | {"differences": written})
        return
    note_simulation(visit)
    for file in dict.fromkeys(one.file for one in differences):
        console().print(headed(file))
        told = [difference_told(visit, question, one, names) for one in differences if one.file == file]
        rows = [(str(one.entry), one.when, one.what, one.who, one.rules, one.why) for one in told]
        write_table(_heads(), rows)
    tell(_summary(question, report))
    tell(say(headings.NOT_REPLAYED))


def _heads() -> tuple[str, ...]:
    return (
        say(headings.NUMBER),
        t("quand", "when"),
        say(headings.DECISION),
        t("qui", "who"),
        say(headings.RULES),
        t("sous l’autre règlement", "under the other rulebook"),
    )


def _written(one: Difference, naming: Naming, other: Rulebook) -> dict[str, Any]:
    decision, words, names = one.decision, explain(one.refusal, naming), names_in(other)
    return {
        "file": one.file,
        "entry": decision.entry,
        "position": decision.position,
        "effective_at": decision.effective_at,
        "type": decision.event.type,
        "details": decision.event.model_dump(mode="json", include=TOLD),
        "actor": decision.actor,
        "roles": list(one.roles),
        "rulebook": decision.rulebook,
        "refusal": {
            "code": one.refusal.code,
            "params": dict(one.refusal.params),
            "message": Text(*words.message)._asdict(),
        },
        "missing": [{"item": key, "name": names[key].model_dump()} for key in one.missing],
    }


def _counted(question: Question, report: Report) -> dict[str, Any]:
    return {
        "rulebook": question.rulebook.id,
        "programme": question.programme,
        "since": question.since,
        "until": question.until,
        "files": report.found.files,
        "decisions": report.found.decisions,
        "different": len(report.found.differences),
        "complete": report.whole,
        "not_replayed": ["review", "funding"],
    }


def _summary(question: Question, report: Report) -> str:
    files, decisions, different = (
        report.found.files,
        report.found.decisions,
        len(report.found.differences),
    )
    counts = (
        count_words(files, ("dossier", "file"), ("dossiers", "files")),
        count_words(decisions, ("décision", "decision"), ("décisions", "decisions")),
        count_words(different, ("autre", "different"), ("autres", "different")),
    )
    counted = labelled(question.rulebook.id, ", ".join(map(say, counts))) + "."
    if report.whole:
        return counted
    return t(
        f"Interrompu après {report.replayed} dossiers sur {report.files}. {counted}",
        f"Stopped after {report.replayed} of {report.files} files. {counted}",
    )
