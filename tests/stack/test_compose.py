"""The production-like stack, checked without a Docker engine: its form, and that all it names exists."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from temporalio.envconfig import ClientConfigProfile
from typer.main import get_group

from cli.app import app
from config import Settings
from stack.services import READY_FILE
from stack.temporal_on_postgres import TemporalOnPostgres
from tests.support.postgres import serve_postgres

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docker-compose.yml"
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text())["services"]
OURS = {name: service for name, service in SERVICES.items() if "build" in service}


def _validate(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _environment(service: str, **known: str) -> dict[str, str]:
    """Return the service's variables, with `known` in the place of what .env would say."""
    environment: dict[str, str] = SERVICES[service]["environment"]
    return {
        name: re.sub(r"\$\{(\w+):(?:\?|-(.*?))\}", lambda found: known.get(found[1], found[2] or "x"), value)
        for name, value in environment.items()
    }


def test_it_follows_the_compose_specification(tmp_path: Path) -> None:
    """The schema of the Compose specification accepts it, and would refuse a misspelt key."""
    broken = tmp_path / "docker-compose.yml"
    broken.write_text(FILE.read_text().replace("healthcheck:", "healthchek:"))

    accepted, refused = _validate(FILE), _validate(broken)

    assert accepted.returncode == 0, accepted.stdout
    assert refused.returncode == 1
    assert "healthchek" in refused.stdout


def test_every_image_is_pinned_by_version() -> None:
    """No tag moves under our feet, in the stack or in our own image."""
    images = [service["image"] for service in SERVICES.values()]
    bases = re.findall(r"^FROM (\S+)", (ROOT / "deploy/Dockerfile").read_text(), re.MULTILINE)

    assert len(images) == len(SERVICES)
    assert bases
    for image in [*images, *bases]:
        assert re.search(r":v?\d+\.\d+\.?\d*", image), image


def test_our_image_does_not_run_as_root() -> None:
    """The last account named is one of its own."""
    users = re.findall(r"^USER (\S+)", (ROOT / "deploy/Dockerfile").read_text(), re.MULTILINE)

    assert users[-1] == "escale"


@pytest.mark.parametrize("name", OURS)
def test_every_command_of_ours_exists(name: str) -> None:
    """A Python module that can be found, or a command of `escale`."""
    command = [*OURS[name].get("entrypoint", []), *OURS[name]["command"]]

    if command[0] == "escale":
        assert command[1] in get_group(app).commands
    else:
        assert command[:2] == ["python", "-m"]
        assert importlib.util.find_spec(command[2]) is not None


@pytest.mark.parametrize("name", OURS)
def test_every_variable_of_ours_exists_and_is_valid(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """ESCALE_… are settings of ours, TEMPORAL_… are read by Temporal's own configuration."""
    environment = _environment(name)
    ours = {variable for variable in environment if variable.startswith("ESCALE_")}
    assert ours - {READY_FILE} <= Settings().as_environment().keys()
    assert {variable.split("_")[0] for variable in environment} <= {"ESCALE", "TEMPORAL"}

    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    profile = ClientConfigProfile.load(override_env_vars=environment)

    assert not Settings().embedded_database
    assert not Settings().embedded_mail
    assert profile.address == "temporal:7233"


def test_every_file_it_mounts_and_every_secret_it_asks_for_exists() -> None:
    """A missing file would be mounted as an empty directory; a secret is asked for in the example."""
    mounts = [mount for service in SERVICES.values() for mount in service.get("volumes", [])]
    files = [ROOT / mount.split(":")[0] for mount in mounts if mount.startswith("./")]
    asked = set(re.findall(r"\$\{(\w+)", FILE.read_text())) | set(
        re.findall(r"environment: (\w+)$", FILE.read_text(), re.MULTILINE)
    )
    offered = set(re.findall(r"^(?:# )?(\w+)=", (ROOT / "deploy/env.example").read_text(), re.MULTILINE))

    assert files
    assert all(file.is_file() for file in files)
    assert asked == offered


def test_what_a_service_waits_for_can_come_true() -> None:
    """Who is awaited as healthy has a health check; who is awaited as done is not restarted for ever."""
    for service in SERVICES.values():
        for name, wait in service.get("depends_on", {}).items():
            awaited = SERVICES[name]
            if wait["condition"] == "service_healthy":
                assert "healthcheck" in awaited
            else:
                assert wait["condition"] == "service_completed_successfully"
                assert awaited.get("restart", "no") in {"no", "on-failure:10"}


def test_nothing_is_published_beyond_this_machine() -> None:
    """Pages for people listen on the loopback interface; PostgreSQL and Temporal are not published at all."""
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}

    assert set(published) == {"temporal-ui", "mail", "web", "prometheus", "grafana"}
    assert all(port.startswith("127.0.0.1:") for ports in published.values() for port in ports)


async def test_the_jobs_around_temporal_do_their_work_twice(tmp_path: Path) -> None:
    """Schema and namespace scripts, run with their image's programs against real servers, may be repeated."""
    with serve_postgres(tmp_path) as postgres:
        server = await TemporalOnPostgres.prepared(postgres.server, tmp_path / "temporal.log")
        programs = _programs(tmp_path / "bin", server)
        for database in ("temporal", "temporal_visibility"):
            await postgres.server.run_sql(f"DROP DATABASE {database}")
        role = {"SQL_PASSWORD": server.environment["SQL_PASSWORD"]}
        await postgres.server.run_sql((ROOT / "stack/sql/temporal_role.sql").read_text(), **role)
        schema = {
            **_environment("temporal-schema", TEMPORAL_PASSWORD=server.environment["SQL_PASSWORD"]),
            "SQL_HOST": "127.0.0.1",
            "SQL_PORT": str(postgres.server.port),
        }
        for _ in range(2):
            _run_script("temporal-schema", programs, schema)
        async with server:
            for _ in range(2):
                _run_script("temporal-namespace", programs, {"TEMPORAL_ADDRESS": server.address})
            rendered = _rendered(server, tmp_path / "config")
        of_tool, of_server = _variables_read(server.sql_tool), _variables_read(server.server)

    assert set(SERVICES["temporal-schema"]["environment"]) <= of_tool
    assert {name for name in SERVICES["temporal"]["environment"] if name.startswith("TEMPORAL_")} <= of_server
    assert rendered["persistence"]["numHistoryShards"] == 512
    assert rendered["persistence"]["datastores"]["default"]["sql"]["connectAddr"] == "postgres:5432"
    assert rendered["services"]["frontend"]["rpc"]["bindOnIP"] == _environment("temporal")["BIND_ON_IP"]
    assert rendered["dynamicConfigClient"]["filepath"] == "/etc/escale/dynamic-config.yaml"


def _programs(folder: Path, server: TemporalOnPostgres) -> Path:
    folder.mkdir()
    (folder / "temporal").symlink_to(server.temporal)
    (folder / "temporal-sql-tool").symlink_to(server.sql_tool)
    return folder


def _run_script(service: str, programs: Path, environment: dict[str, str]) -> None:
    (inside,) = SERVICES[service]["command"]
    (mount,) = (mount for mount in SERVICES[service]["volumes"] if mount.split(":")[1] == inside)
    path = f"{programs}:{os.environ['PATH']}"
    done = subprocess.run(
        [ROOT / mount.split(":")[0]],
        env={"PATH": path, "HOME": str(programs), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _rendered(server: TemporalOnPostgres, folder: Path) -> dict[str, Any]:
    """Render the server's configuration as the container would read it."""
    environment = _environment("temporal")
    mounts = {mount.split(":")[1]: mount.split(":")[0] for mount in SERVICES["temporal"]["volumes"]}
    assert environment["DYNAMIC_CONFIG"] in mounts
    config = ROOT / mounts[environment["TEMPORAL_SERVER_CONFIG_FILE_PATH"]]
    folder.mkdir()
    shutil.copy(config, folder / "base.yaml")
    done = subprocess.run(
        [server.server, "--config", folder, "render-config"],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    rendered: dict[str, Any] = yaml.safe_load(done.stdout)
    return rendered


def _variables_read(program: Path, *arguments: str) -> set[str]:
    said = subprocess.run(
        [program, *arguments, "--help"], stdout=subprocess.PIPE, text=True, check=True
    ).stdout
    return set(re.findall(r"\$(\w+)", said))
