"""``programme check``: what is wrong with a rulebook, or strange, for people and for editors."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from application.rulebooks.parsing import PlacedFinding, check_rulebook
from cli.terminal.content import rulebook_content
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import tell, write_json
from language import Text, say, t
from wording.plain import plain
from wording.punctuation import joined, labelled
from wording.quantities import count_words


def check_file(path: Path, *, as_json: bool) -> ExitCode:
    """Write every finding; REFUSED if one is a mistake. Raises Failure when there is no such file."""
    found = check_rulebook(rulebook_content(path))
    if as_json:
        write_json(findings_json(found))
    else:
        write_findings(path, found)
    return ExitCode.REFUSED if _mistakes(found) else ExitCode.RECORDED


def write_findings(path: Path, found: tuple[PlacedFinding, ...]) -> None:
    """Every finding on a line of its own, as editors read them, then how many there are."""
    for one in found:
        sys.stdout.write(plain(f"{path}:{one.line}:{one.column}: {_told(one)}") + "\n")
    tell(_summary(path, found))


def findings_json(found: tuple[PlacedFinding, ...]) -> list[dict[str, Any]]:
    """The findings for programs."""
    return [_for_editors(one) for one in found]


def _told(one: PlacedFinding) -> str:
    kind = t("erreur", "mistake") if one.kind == "mistake" else t("avertissement", "warning")
    more = []
    if one.expected:
        more.append(t("attendu : ", "expected: ") + _said(one.expected))
    if one.suggestion:
        more.append(t(f"vouliez-vous dire {one.suggestion} ?", f"did you mean {one.suggestion}?"))
    said = labelled(kind, _said(one.message))
    return f"{said} ({joined(more)})" if more else said


def _said(sentence: Text) -> str:
    return say(sentence)


def _summary(path: Path, found: tuple[PlacedFinding, ...]) -> str:
    wrong = len(_mistakes(found))
    strange = len(found) - wrong
    if not found:
        return t(f"{path} : rien à redire", f"{path}: nothing to say against it")
    mistakes = count_words(wrong, ("erreur", "mistake"), ("erreurs", "mistakes"))
    warnings = count_words(strange, ("avertissement", "warning"), ("avertissements", "warnings"))
    return labelled(str(path), f"{say(mistakes)}, {say(warnings)}")


def _mistakes(found: tuple[PlacedFinding, ...]) -> list[PlacedFinding]:
    return [one for one in found if one.kind == "mistake"]


def _for_editors(one: PlacedFinding) -> dict[str, Any]:
    written = asdict(one)
    for part in ("message", "expected"):
        sentence: Text | None = getattr(one, part)
        written[part] = sentence._asdict() if sentence else None
    return written
