"""The rulebook that somebody names: a file, a version (``my-programme@1``), or a programme's version in force."""

import asyncio
from pathlib import Path

from application.ports import Rulebooks
from application.rulebooks.parsing import RulebookInvalid, read_rulebook
from bootstrap import published_rulebooks
from cli.terminal.content import rulebook_content
from cli.terminal.session import visiting
from domain.people.state import Organisation
from domain.rulebook import Rulebook
from language import Text
from queries.refused import Failure, FailureKind, invalid


def rulebook_known(given: str, organisation: str) -> Rulebook:
    """The rulebook of a file, or one that ships or that an organisation published. Raises Failure.

    A store is asked only where it may know better: an organisation is named, or nothing that ships has that name. If
    it is out of reach, what ships is known all the same.
    """
    try:
        here = rulebook_named(given, published_rulebooks(), Organisation())
    except Failure as unknown:
        if unknown.code != "unknown-rulebook":
            raise
        published = asyncio.run(_published(given, organisation))
        if published is None:
            raise
        return published
    if _is_file(given) or not organisation:
        return here
    return asyncio.run(_published(given, organisation)) or here


async def _published(given: str, organisation: str) -> Rulebook | None:
    """What an organisation has; None if its store is out of reach. Raises Failure."""
    try:
        async with visiting(organisation, "", anybody=True) as visit:
            return rulebook_named(given, visit.service.rulebooks, visit.people)
    except Failure as failure:
        if failure.kind is FailureKind.UNKNOWN:
            return None
        raise


def rulebook_named(given: str, rulebooks: Rulebooks, organisation: Organisation) -> Rulebook:
    """The rulebook of a file, or one that the organisation knows. Raises Failure."""
    if _is_file(given):
        return _read(Path(given))
    known = {one.id for one in rulebooks.versions(organisation)}
    found = rulebooks.get(organisation, given) if given in known else rulebooks.current(organisation, given)
    if found is None:
        names = ", ".join(rulebooks.programmes(organisation))
        raise invalid(
            "unknown-rulebook",
            Text(f"ni fichier ni règlement connu : {given}", f"neither a file nor a known rulebook: {given}"),
            Text(
                f"Un fichier YAML, ou l’un de : {names} (ou @1, @2… après le nom).",
                f"A YAML file, or one of: {names} (or @1, @2… after the name).",
            ),
        )
    return found


def _is_file(given: str) -> bool:
    path = Path(given)
    return bool(path.suffix) or path.is_file()


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
        Text(f"{where_fr} : {first.message.fr}", f"{where_en}: {first.message.en}"),
        Text(
            f"`escale programme check {path}` montre toutes les erreurs.",
            f"`escale programme check {path}` shows every mistake.",
        ),
    )
