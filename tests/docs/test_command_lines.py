"""Whatever a page tells people to type can be typed."""

import re
import shlex
from pathlib import Path

import pytest
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from cli.app import app
from queries.command_form import command_class, fields_of
from tests.docs.pages import PAGES, ROOT, lines_of_code

_PROMISED = "up down status found open show history tasks mail do outcome import clock verify rebuild recover commands"


_IN_COMPOSE = "docker compose run --rm "


def _escale_lines() -> list[tuple[str, str]]:
    return [
        (page.name, line)
        for page in PAGES
        for line in (code.removeprefix(_IN_COMPOSE) for code in lines_of_code(page.read_text()))
        if line.startswith("escale ") and line == line.strip()
    ]


def _command(words: list[str]) -> tuple[TyperCommand, list[str]]:
    """The command that words name, and the words that follow its name."""
    found: TyperGroup | TyperCommand = get_command(app)  # type: ignore[assignment]
    while isinstance(found, TyperGroup) and words and not words[0].startswith("-"):
        name, *words = words
        assert name in found.commands, f"no command {name}, known: {', '.join(found.commands)}"
        found = found.commands[name]  # type: ignore[assignment]
    return found, words  # type: ignore[return-value]


def _options(command: TyperCommand) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts} | {"--help"}


@pytest.mark.parametrize(("page", "line"), _escale_lines())
def test_every_escale_line_names_a_command_and_options_that_exist(page: str, line: str) -> None:
    """A line that a page shows is understood by the command line."""
    line = line.partition(" #")[0].replace("…", "").replace(" |", "\n").replace(" <", "\n").split("\n")[0]
    command, rest = _command(shlex.split(line)[1:])
    options = _options(command)
    if command.name in ("do", "open"):
        named = "OpenCooperation" if command.name == "open" else next(iter(rest), "--file")
        if not named.startswith("-"):
            options |= {field.option for field in fields_of(command_class(named))}
    given = {word.partition("=")[0] for word in rest if word.startswith("-") and word != "-"}
    assert given <= options, f"{page}: {line}: no option {given - options}"


@pytest.mark.parametrize("name", _PROMISED.split())
def test_the_readme_shows_every_command_in_use(name: str) -> None:
    """Nobody has to guess how a command is written."""
    readme = (ROOT / "README.md").read_text()
    assert any(line.split(" ")[:2] == ["escale", name] for line in lines_of_code(readme)), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    """A page names no target that the Makefile does not have."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {line.split()[1] for line in lines_of_code(page.read_text()) if re.match(r"make [a-z]+\b", line)}
    assert named <= targets, f"{page.name}: make {named - targets}"
