"""Who may import whom: rules inside, the world outside, wiring in one place."""

import sys

import pytest

from tests.architecture.code import Import, files, imports

ALLOWED: dict[str, set[str]] = {
    "domain": set(),
    "programmes": set(),
    "eventstore": {"domain"},
    "vault": {"domain", "eventstore"},
    "projections": {"domain", "eventstore"},
    "verification": {"domain", "eventstore", "projections"},
    "mail": {"domain", "eventstore"},
    "application": {"domain"},
    "activities": {"domain", "application"},
    "workflows": {"domain", "activities", "application"},
    "stack": {"config", "eventstore", "logs"},
    "config": {"stack"},
    "logs": set(),
    "leaving": set(),
    "bootstrap": {
        "application",
        "config",
        "domain",
        "eventstore",
        "mail",
        "programmes",
        "projections",
        "stack",
        "vault",
    },
    "bootstrap_temporal": {
        "activities",
        "application",
        "bootstrap",
        "config",
        "domain",
        "eventstore",
        "mail",
        "projections",
        "workflows",
    },
    "worker": {
        "application",
        "bootstrap",
        "bootstrap_temporal",
        "config",
        "domain",
        "eventstore",
        "leaving",
        "logs",
        "mail",
    },
    "cli": {
        "application",
        "bootstrap",
        "bootstrap_temporal",
        "config",
        "domain",
        "leaving",
        "logs",
        "mail",
        "projections",
        "stack",
        "verification",
    },
}
"""Which rooms each may import. Looser than the design in one thing: stores share the pool of ``eventstore``."""

ROOMS = set(ALLOWED)


def _found(*, room: str | None = None, package: str | None = None) -> list[Import]:
    return [one for one in imports() if room in (None, one.room) and package in (None, one.package)]


def test_every_room_has_its_rule() -> None:
    """A new room says whom it may import."""
    assert {one.room for one in imports()} <= ROOMS


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_room_imports_only_whom_it_may(room: str) -> None:
    """Nothing of ours but what the table says, and nobody imports tests or benchmarks."""
    ours = ROOMS | {"tests", "benchmarks", "relative"}
    broken = [one for one in _found(room=room) if one.package in ours - {room} - ALLOWED[room]]
    assert not broken


def test_rules_know_nothing_of_the_world() -> None:
    """The domain imports the standard library and pydantic; other libraries only where they are needed."""
    only_in = {
        "whenever": {"domain/calendar.py"},
        "holidays": {"domain/calendar.py", "domain/bank_days.py"},
        "idna": {"domain/address.py"},
        "rfc8785": {"domain/codec.py", "domain/rulebook/whole.py"},
        "stdnum": {"domain/decide/money/accounts.py", "domain/fundings/identifiers.py"},
        "pydantic": None,
        "pydantic_core": None,
    }
    outside = set(sys.stdlib_module_names) | {"domain"}
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
    hosting = {"workflows/lifecycles.py", "workflows/hosting.py"}
    known = set(sys.stdlib_module_names) | {"workflows", "domain", "activities", "temporalio", "pydantic"}
    for one in _found(room="workflows"):
        if one.file not in hosting:
            assert one.package in known, one
    assert not [
        one for one in _found(room="workflows") if one.package in {"structlog", "logging", "random", "time"}
    ]


def test_only_stores_speak_to_postgresql() -> None:
    """And bootstrap, which opens the pool."""
    allowed = {"eventstore", "vault", "projections", "verification", "bootstrap"}
    assert {one.room for one in _found(package="asyncpg")} <= allowed | {"mail"}
    assert {one.file for one in _found(package="asyncpg") if one.room == "mail"} <= {"mail/outbox.py"}


def test_only_what_lives_on_temporal_speaks_to_it() -> None:
    """Recording a command needs no Temporal: the command line imports it to recover and to tell how things stand."""
    rooms = {"activities", "workflows", "bootstrap_temporal", "worker"}
    outside = {one.file for one in _found(package="temporalio") if one.room not in rooms}
    assert outside <= {"cli/recovering.py", "cli/status_lives.py", "stack/temporal.py"}
    wiring = {one.file for one in _found(package="bootstrap_temporal")}
    talking = {"cli/recovering.py", "cli/clock_work.py", "cli/status_lives.py"}
    assert {file for file in wiring if file.startswith("cli/")} <= talking


def test_only_the_ends_of_the_house_import_its_wiring() -> None:
    """Everybody else is handed what they need."""
    wired = {one.room for package in ("bootstrap", "bootstrap_temporal") for one in _found(package=package)}
    assert wired <= {"cli", "worker", "bootstrap_temporal"}


def test_nobody_but_the_command_line_and_the_settings_knows_the_embedded_stack() -> None:
    """In production there is none."""
    assert {one.room for one in _found(package="stack")} - {"stack"} <= {"cli", "bootstrap", "config"}


def test_mail_libraries_and_the_command_lines_libraries_stay_where_they_are() -> None:
    """A library belongs to a room."""
    owners = {
        "aiosmtplib": {"mail"},
        "jinja2": {"mail"},
        "aiosmtpd": {"stack"},
        "psutil": {"stack"},
        "rich": {"cli"},
        "typer": {"cli"},
        "yaml": {"application"},
        "pydantic_settings": {"config"},
    }
    for package, rooms in owners.items():
        assert {one.room for one in _found(package=package)} <= rooms, package


def test_the_files_are_seen() -> None:
    """A rule over no files would hold for ever."""
    rooms = {one.room for one in imports()}
    assert {"domain", "application", "eventstore", "workflows", "cli"} <= rooms
    assert len(files()) > 100
