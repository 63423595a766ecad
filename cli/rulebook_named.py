"""The rulebook that somebody names: a file, a version (``my-programme@1``), or a programme's version in force."""

from pathlib import Path

from application.ports import Rulebooks
from application.rulebook_reading import RulebookInvalid, read_rulebook
from bootstrap import published_rulebooks
from cli.content import rulebook_content
from cli.failures import Failure, invalid
from domain.rulebook import Rulebook
from domain.state import Organisation
from stack.texts import Text


def shipped_or_file(given: str) -> Rulebook:
    """The rulebook of a file, or one that ships. Raises Failure."""
    return rulebook_named(given, published_rulebooks(), Organisation())


def rulebook_named(given: str, rulebooks: Rulebooks, organisation: Organisation) -> Rulebook:
    """The rulebook of a file, or one that the organisation knows. Raises Failure."""
    path = Path(given)
    if path.suffix or path.is_file():
        return _read(path)
    known = {one.id: one for one in rulebooks.versions(organisation)}
    found = known.get(given) or rulebooks.current(organisation, given)
    if found is None:
        names = ", ".join(rulebooks.programmes(organisation))
        raise invalid(
            "unknown-rulebook",
            Text(f"ni fichier ni règlement connu : {given}", f"neither a file nor a known rulebook: {given}"),
            Text(
                f"Un fichier YAML, ou l’un de : {names} (ou @1, @2… après le nom).",
                f"A YAML file, or one of: {names} (or @1, @2… after the name).",
            ),
        )
    return found


def _read(path: Path) -> Rulebook:
    try:
        return read_rulebook(rulebook_content(path), str(path))
    except RulebookInvalid as error:
        raise _with_mistakes(path, error) from None


def _with_mistakes(path: Path, error: RulebookInvalid) -> Failure:
    first = error.findings[0]
    where_fr, where_en = (
        f"{path}, ligne {first.line}, colonne {first.column}",
        f"{path}, line {first.line}, column {first.column}",
    )
    return invalid(
        "rulebook-invalid",
        Text(f"{where_fr} : {first.message.fr}", f"{where_en}: {first.message.en}"),
        Text(
            f"`escale programme check {path}` montre toutes les erreurs.",
            f"`escale programme check {path}` shows every mistake.",
        ),
    )
