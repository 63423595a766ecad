"""Who may import whom: rules inside, the world outside, wiring in one place."""

import sys

import pytest

from tests.architecture.code import ROOT, Import, files, imports
from tests.architecture.rooms import allowed, imported, rooms


def _found(*, room: str | None = None, package: str | None = None) -> list[Import]:
    return [one for one in imports() if room in (None, one.room) and package in (None, one.package)]


def test_every_room_has_its_rule() -> None:
    """A new room says whom it may import, and no rule is about a room that is gone."""
    assert set(allowed()) == rooms()


@pytest.mark.parametrize("room", sorted(rooms()))
def test_a_room_imports_only_whom_it_may(room: str) -> None:
    """Nothing of ours but what the page says."""
    assert imported().get(room, frozenset()) - allowed()[room] == set()


@pytest.mark.parametrize("room", sorted(rooms()))
def test_no_permission_is_idle(room: str) -> None:
    """What a room outside the domain may import and does not is no permission that it needs."""
    idle = {one.partition("/")[0] for one in allowed()[room]}
    used = {one.partition("/")[0] for one in imported().get(room, ())}
    assert room.startswith("domain/") or idle <= used


def test_nobody_imports_what_stands_around_the_house() -> None:
    """Neither tests nor benchmarks, and nothing by a relative path."""
    assert not [one for one in imports() if one.package in {"tests", "benchmarks", "relative"}]


def test_what_is_imported_is_named_where_it_is_defined() -> None:
    """Nothing is passed on from elsewhere, but what a rulebook consists of by its package."""
    ours = (path for path in files() if path.relative_to(ROOT).parts[0] not in {"tests", "benchmarks"})
    passing_on = {
        str(path.relative_to(ROOT)) for path in ours if "__all__" in path.read_text(encoding="utf-8")
    }
    assert passing_on == {"domain/rulebook/__init__.py"}


def test_what_a_file_has_for_itself_is_imported_by_none() -> None:
    """A name with an underscore belongs to its file; what another needs has a name without, and a docstring."""
    assert not [one for one in imports() if one.name and one.name.startswith("_")]


def test_no_rooms_stand_in_a_circle() -> None:
    """Each room of the domain lies above those that it uses."""
    standing = {room: set(others) for room, others in allowed().items() if room.startswith("domain/")}
    while lowest := {room for room, others in standing.items() if not others & standing.keys()}:
        standing = {room: others for room, others in standing.items() if room not in lowest}
    assert not standing


def test_rules_know_nothing_of_the_world() -> None:
    """The domain imports the standard library and pydantic; other libraries only where they are needed."""
    only_in = {
        "whenever": {"domain/kernel/calendar.py"},
        "holidays": {"domain/kernel/calendar.py", "domain/kernel/bank_days.py"},
        "idna": {"domain/kernel/address.py"},
        "rfc8785": {"domain/registry/codec.py", "domain/rulebook/whole.py"},
        "stdnum": {"domain/bank/decide.py", "domain/bank/identifiers.py"},
        "pydantic": None,
        "pydantic_core": None,
    }
    outside = set(sys.stdlib_module_names) | {"domain", "wording", "projections"}
    for one in _found(room="domain"):
        if one.package not in outside:
            assert one.package in only_in, one
            where = only_in[one.package]
            assert where is None or one.file in where, one


def test_rules_reach_for_nothing_outside_by_the_standard_library() -> None:
    """No clock, chance, file, process, network or log."""
    forbidden = {
        "asyncio",
        "io",
        "logging",
        "os",
        "pathlib",
        "random",
        "secrets",
        "shutil",
        "socket",
        "subprocess",
        "sys",
        "tempfile",
        "threading",
        "time",
        "urllib",
        "uuid",
    }
    assert not [one for one in _found(room="domain") if one.package in forbidden]


def test_workflow_definitions_import_rules_and_activities_only() -> None:
    """Besides Temporal and pydantic; what starts and hosts workflows may know the application."""
    clients = ("lifecycles", "organisations", "registration", "releases", "hosting")
    hosting = {f"workflows/{name}.py" for name in clients}
    known = set(sys.stdlib_module_names) | {
        "workflows",
        "domain",
        "activities",
        "wording",
        "search_attributes",
        "temporalio",
        "pydantic",
    }
    for one in _found(room="workflows"):
        if one.file not in hosting:
            assert one.package in known, one
    assert not [
        one for one in _found(room="workflows") if one.package in {"structlog", "logging", "random", "time"}
    ]


def test_only_stores_speak_to_postgresql() -> None:
    """And bootstrap, which opens the pool."""
    allowed = {"access", "eventstore", "vault", "workspace", "webhooks", "projections", "verification"}
    assert {one.room for one in _found(package="asyncpg")} <= allowed | {"bootstrap", "mail"}
    assert {one.file for one in _found(package="asyncpg") if one.room == "mail"} <= {"mail/outbox.py"}


TALKING_TO_TEMPORAL = {
    "cli/upkeep/lives.py",
    "cli/upkeep/prepare_temporal.py",
    "cli/upkeep/recover.py",
    "cli/upkeep/release.py",
    "cli/upkeep/status_lives.py",
}


def test_only_what_lives_on_temporal_speaks_to_it() -> None:
    """Recording a command needs no Temporal: the command line imports it to recover and to tell how things stand."""
    rooms = {"activities", "workflows", "telemetry", "bootstrap_temporal", "worker"}
    outside = {one.file for one in _found(package="temporalio") if one.room not in rooms}
    assert outside <= {*TALKING_TO_TEMPORAL, "stack/temporal.py"}
    wiring = {one.file for one in _found(package="bootstrap_temporal")}
    assert {file for file in wiring if file.startswith("cli/")} <= TALKING_TO_TEMPORAL


def test_only_the_ends_of_the_house_import_its_wiring() -> None:
    """Everybody else is handed what they need."""
    wired = {one.room for package in ("bootstrap", "bootstrap_temporal") for one in _found(package=package)}
    assert wired <= {"cli", "web", "worker", "bootstrap_mail", "bootstrap_temporal"}


def test_nobody_but_the_command_line_and_the_settings_knows_the_embedded_stack() -> None:
    """In production there is none."""
    assert {one.room for one in _found(package="stack")} - {"stack"} <= {
        "cli",
        "bootstrap",
        "config",
    }


def test_only_the_doors_of_fronts_set_the_language() -> None:
    """Everybody else says what they have to say in the language that is spoken now."""
    doors = {
        *("cli/main.py", "web/api/entrance.py", "web/feeds/calendar.py", "web/signed_in.py"),
        "web/rehearsing/__main__.py",
        "bootstrap_mail.py",
    }
    assert {one.file for one in _found(package="language") if one.name == "speaking"} <= doors


def test_mail_libraries_and_the_command_lines_libraries_stay_where_they_are() -> None:
    """A library belongs to a room."""
    owners = {
        "aiosmtplib": {"mail"},
        "jinja2": {"mail", "web"},
        "fastapi": {"web"},
        "starlette": {"web"},
        "uvicorn": {"web"},
        "argon2": {"access"},
        "authlib": {"access"},
        "joserfc": {"access"},
        "httpx": {"access", "tests", "webhooks"},
        "standardwebhooks": {"tests", "webhooks"},
        "aiosmtpd": {"stack"},
        "psutil": {"stack"},
        "rich": {"cli"},
        "typer": {"cli"},
        "yaml": {"application"},
        "pydantic_settings": {"config"},
        "opentelemetry": {"telemetry"},
    }
    for package, owning in owners.items():
        assert {one.room for one in _found(package=package)} <= owning, package


def test_the_files_are_seen() -> None:
    """A rule over no files would hold for ever."""
    rooms = {one.room for one in imports()}
    assert {"domain", "application", "eventstore", "workflows", "cli"} <= rooms
    assert len(files()) > 100
