"""What is installed is whole: every module, SQL script, template and rulebook."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
WHEEL = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]


def _sources() -> set[str]:
    """Every file of ours that runs, relative to the project."""
    found = {path.name for path in ROOT.glob("*.py")}
    for package in WHEEL["packages"]:
        for path in (ROOT / package).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                found.add(str(path.relative_to(ROOT)))
    return found


def test_the_wheel_holds_every_file_that_runs(tmp_path: Path) -> None:
    """Built as our image builds it."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", tmp_path]
    subprocess.run(list(map(str, command)), cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")

    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())

    assert _sources() - packed == set()


def test_our_image_is_given_every_package() -> None:
    """What the image's build may see names every package and the files its installation needs."""
    seen = (ROOT / "deploy/Dockerfile.dockerignore").read_text().splitlines()

    assert {f"!{package}" for package in WHEEL["packages"]} <= set(seen)
    assert {"!*.py", "!pyproject.toml", "!deploy/requirements.lock", "!README.md"} <= set(seen)


@pytest.mark.parametrize(
    ("lock", "extras"), [("requirements.lock", ("build", "dev")), ("deploy/requirements.lock", ("build",))]
)
def test_the_locks_are_whole_hashed_and_name_no_index(lock: str, extras: tuple[str, ...]) -> None:
    """Every direct dependency is pinned, every pin has hashes, and no address stands there."""
    text = (ROOT / lock).read_text()
    optional = PROJECT["project"]["optional-dependencies"]
    wanted = [*PROJECT["project"]["dependencies"], *(name for extra in extras for name in optional[extra])]

    assert {_name(requirement) for requirement in wanted} <= _pins(lock).keys()
    assert all("--hash=sha256:" in pin for pin in _pins(lock).values())
    assert "://" not in text


def test_our_image_runs_the_versions_that_were_tested() -> None:
    """Every pin of the image's lock is the one of the tests' lock, hashes included."""
    tested = _pins("requirements.lock")

    assert _pins("deploy/requirements.lock").items() <= tested.items()


def _pins(lock: str) -> dict[str, str]:
    lines = (ROOT / lock).read_text().replace("\\\n", "").splitlines()
    return {line.split("==")[0].partition("[")[0]: line for line in lines if "==" in line}


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0].lower()
