"""The first page comes at once, in the reader's language, without colour in a pipe."""

import json
import subprocess
import sys

import pytest

from domain.registry.events import AnyEvent
from queries.command_form import command_classes, fields_of
from tests.cli.house import NOUR, House
from wording.codes import CODES
from wording.commands import COMMANDS
from wording.events import EVENTS
from wording.fields import FIELDS
from wording.values import of_field

HEAVY = (
    "pydantic",
    "asyncpg",
    "temporalio",
    "structlog",
    "opentelemetry",
    "holidays",
    "jinja2",
    "babel",
    "rich.table",
    "domain",
)
"""What only the commands that need it may load."""

DECIDING = (
    "application.commands.one_way_in",
    "mail.composer",
    "jinja2",
    "structlog",
    "temporalio",
    "opentelemetry",
)
"""What a command that only looks something up does without."""

COUNTED = """
import json, sys
from pydantic import BaseModel
from application.rulebooks import shelf as rulebooks
from cli.main import answer

def kinds(of):
    for one in of.__subclasses__():
        yield one
        yield from kinds(one)

read = []
actual = rulebooks.read_rulebook
rulebooks.read_rulebook = lambda content, source="": read.append(source) or actual(content, source)
code = answer(sys.argv[1:])
built = {one.__name__ for one in kinds(BaseModel) if one.__module__.startswith("domain.") and one.__pydantic_complete__}
print(json.dumps([code, sorted(sys.modules), sorted(built), read]), file=sys.stderr)
"""
"""Runs the command line; says how it ended, what it loaded, which models it built and which rulebooks it read."""

MOST_BUILT = 60
"""Of some three hundred models of the domain: those of the events that are read, and those of a rulebook."""

RULEBOOKS_OF_THE_HOUSE = {"demarche-territoriale.yaml", "macif-territorial-cooperations.yaml"}
"""Of some thirty that ship."""

ESCAPE = "\x1b"


def test_the_command_line_starts_without_what_only_its_commands_need() -> None:
    """Help and completion do not wait for drivers and validators to load."""
    program = f"import sys, cli.main; print([one for one in {HEAVY!r} if one in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "words",
    [
        ("portfolio",),
        ("tasks", "--everybody"),
        ("agenda",),
        ("people",),
        ("show", "noailles"),
        ("history", "noailles"),
    ],
    ids=lambda words: words[0],
)
def test_looking_something_up_takes_no_more_than_it_needs(house: House, words: tuple[str, ...]) -> None:
    """What decides is not loaded; a part of the models is built; no rulebook is read but those of the files shown."""
    program = [sys.executable, "-c", COUNTED, *words, "--as", NOUR]
    done = subprocess.run(program, env=house.environment(), capture_output=True, text=True, check=True)
    code, loaded, built, read = json.loads(done.stderr.splitlines()[-1])
    assert code == 0
    assert [one for one in DECIDING if one in loaded] == []
    assert ("holidays" in loaded) == (words[0] == "show"), "only what counts working days asks for holidays"
    assert len(built) <= MOST_BUILT, built
    assert set(read) <= RULEBOOKS_OF_THE_HOUSE


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, ("Utilisation : ", "Commandes", "Vérifier tout ce que la base", "Montrer cette aide")),
        ({"LANG": "C.UTF-8"}, ("Utilisation : ", "Commandes")),
        ({"LC_ALL": "fr_FR.UTF-8", "LANG": "en_GB.UTF-8"}, ("Utilisation : ",)),
        ({"LANG": "en_GB.UTF-8"}, ("Usage: ", "Commands", "Check all that the", "Show this help")),
        ({"ESCALE_LOCALE": "en", "LANG": "fr_FR.UTF-8"}, ("Usage: ",)),
    ],
)
def test_help_speaks_the_language_of_the_environment(
    empty_house: House, environment: dict[str, str], words: tuple[str, ...]
) -> None:
    """French first, English where the locale asks for it."""
    result = empty_house.run("--help", **environment)
    assert result.code == 0
    for word in words:
        assert word in result.out


@pytest.mark.parametrize("command", ["do", "found", "import", "clock", "show", "tasks"])
def test_every_command_explains_itself_without_a_store(empty_house: House, command: str) -> None:
    """Help needs neither a stack nor settings, and a pipe gets no colour."""
    result = empty_house.run(command, "--help", ESCALE_DATABASE_URL="nonsense")
    assert result.code == 0
    assert "Utilisation : " in result.out
    assert ESCAPE not in result.out + result.err


@pytest.mark.parametrize(
    ("arguments", "french"),
    [
        (("fly",), "n’est pas comprise"),
        (("show",), "il manque"),
        (("up", "--hop"), "option inconnue : --hop"),
        (("tasks", "surplus"), "n’est pas comprise"),
    ],
)
def test_a_command_line_that_is_not_understood_is_invalid(
    empty_house: House, arguments: tuple[str, ...], french: str
) -> None:
    """Exit code 2, a sentence in the reader's language, where to look; never a traceback."""
    result = empty_house.run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert french in result.err
    assert "escale --help" in result.err
    assert "Traceback" not in result.err


def test_bytes_that_are_no_text_go_no_further(empty_house: House) -> None:
    """An argument that is not UTF-8 is invalid input."""
    result = empty_house.run("show", b"\xff\xfe", "--json")
    assert (result.code, result.json["refusal"]["code"]) == (2, "not-text")


def test_an_impossible_setting_is_said_and_named(empty_house: House) -> None:
    """A wrong variable of the environment is invalid input, not a crash."""
    result = empty_house.run("portfolio", "--as", "x", ESCALE_SMTP_PORT="many")
    assert result.code == 2
    assert "ESCALE_SMTP_PORT" in result.err
    assert "Traceback" not in result.err


def test_everything_people_meet_has_words_in_both_languages() -> None:
    """No command, field, choice or event is shown by its name in the code alone."""
    fields = [field for one in command_classes().values() for field in fields_of(one)]
    assert set(COMMANDS) == set(command_classes())
    named = {
        f"{command}.{one.name}": one.name
        for command, kind in command_classes().items()
        for one in fields_of(kind)
    }
    assert {whole for whole, name in named.items() if not {whole, name} & set(FIELDS)} == set()
    assert {one for one in FIELDS if "." in one and one[0].isupper()} - set(named) == set()
    unsaid = {
        choice
        for one in fields
        for choice in one.choices
        if not CODES[of_field(one.command, one.name)].get(choice)
    }
    assert unsaid == set()
    assert {one.__name__ for one in AnyEvent.__args__} == set(EVENTS)
