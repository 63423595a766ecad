"""Where the `temporal` program comes from, in which order, and what is said when there is none."""

import hashlib
import io
import os
import platform
import re
import tarfile
from pathlib import Path

import pytest

from language import Text
from stack import go_build, temporal_download
from stack.temporal import given_address
from stack.temporal_cli import PINNED, cached_temporal, find_temporal, obtain_temporal
from stack.temporal_download import CHECKSUMS
from stack.texts import StackError

NOWHERE = "http://127.0.0.1:9/releases"


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without `temporal`, without Go, without network; programs may be put into the returned folder."""
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(temporal_download, "RELEASES", NOWHERE)
    return programs


def _program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def _temporal(path: Path, version: str) -> Path:
    return _program(path, f'echo "temporal version {version} (Server 1.31.2, UI 2.50.1)"')


def _go(folder: Path, version: str, build: str) -> None:
    _program(
        folder / "go",
        f'case "$1" in env) echo go{version};; list) echo one; echo two;; build) {build};; esac',
    )


def _serve_release(folder: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, checksum: str) -> None:
    """Offer an archive with `content` as this machine's release; pin `checksum` for it."""
    machine = {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    name = f"temporal_cli_{PINNED}_{platform.system().lower()}_{machine}.tar.gz"
    archive = folder / f"v{PINNED}" / name
    archive.parent.mkdir(parents=True)
    archive.write_bytes(content)
    pinned = folder / "checksums.txt"
    pinned.write_text(f"{checksum}  {name}\n")
    monkeypatch.setattr(temporal_download, "RELEASES", folder.as_uri())
    monkeypatch.setattr(temporal_download, "CHECKSUMS", pinned)


def _archive(script: bytes) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as tar:
        entry = tarfile.TarInfo("temporal")
        entry.size = len(script)
        tar.addfile(entry, io.BytesIO(script))
    return made.getvalue()


@pytest.mark.parametrize("version", [PINNED, "1.8.10", "2.0.0"])
def test_a_program_on_path_comes_first(bare: Path, version: str) -> None:
    """At least the pinned version: it is taken before the cached one."""
    on_path = _temporal(bare / "temporal", version)
    _temporal(cached_temporal(), PINNED)

    assert find_temporal() == on_path


@pytest.mark.parametrize("version", ["1.8.1", "0.13.2", "0.0.0-DEV", "nonsense"])
def test_an_older_program_on_path_gives_way_to_the_cached_one(bare: Path, version: str) -> None:
    """Versions are compared as numbers; one that cannot be told is too old."""
    _temporal(bare / "temporal", version)
    assert find_temporal() is None
    _temporal(cached_temporal(), PINNED)

    assert find_temporal() == cached_temporal()


def test_the_download_is_kept_when_its_checksum_is_the_pinned_one(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes before a build, and the next time it is found in the cache."""
    _go(bare, "1.26.4", "exit 1")
    content = _archive(b"#!/bin/sh\necho downloaded\n")
    _serve_release(tmp_path / "site", monkeypatch, content, hashlib.sha256(content).hexdigest())
    told: list[Text] = []

    program = obtain_temporal(told.append)

    assert program == cached_temporal() == find_temporal()
    assert program.read_bytes().endswith(b"echo downloaded\n")
    assert os.access(program, os.X_OK)
    assert told == [Text(f"Téléchargement de Temporal {PINNED}", f"Downloading Temporal {PINNED}")]


def test_a_download_with_another_checksum_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of it reaches the cache."""
    _serve_release(tmp_path / "site", monkeypatch, _archive(b"evil"), "0" * 64)

    with pytest.raises(StackError) as refused:
        obtain_temporal(print)

    assert "its checksum is not the expected one" in refused.value.text.en
    assert "son empreinte n’est pas celle attendue" in refused.value.text.fr
    assert list(cached_temporal().parent.iterdir()) == []


def test_go_builds_it_when_the_site_is_out_of_reach(bare: Path) -> None:
    """The build tells how far it is, and the result is cached."""
    _go(bare, "1.26.4", 'echo one >&2; echo "#built" > "$6"; /bin/chmod +x "$6"')
    told: list[str] = []

    program = obtain_temporal(lambda text: told.append(text.en))

    assert program == cached_temporal() == find_temporal()
    assert program.read_text() == "#built\n"
    assert f"Building temporal-{PINNED}: 1/2 packages" in told


@pytest.mark.parametrize(
    ("version", "build", "reason"),
    [
        ("1.25.9", "exit 0", "Go is older than 1.26"),
        ("1.26.4", "echo no space left >&2; exit 1", "the build with Go failed: no space left"),
        (None, "", "Go is not installed"),
    ],
)
def test_without_any_way_one_sentence_says_why_and_what_helps(
    bare: Path, version: str | None, build: str, reason: str
) -> None:
    """Every way that was tried is named with what was wrong with it."""
    if version:
        _go(bare, version, build)

    with pytest.raises(StackError) as refused:
        obtain_temporal(lambda _: None)

    text = refused.value.text
    assert refused.value.code == "temporal-missing"
    assert reason in text.en
    assert f"no program temporal {PINNED} or newer on PATH" in text.en
    assert "download impossible: site out of reach" in text.en
    assert "name a server in TEMPORAL_ADDRESS" in text.en
    assert "téléchargement impossible : site injoignable" in text.fr
    assert "donnez l’adresse d’un serveur dans TEMPORAL_ADDRESS" in text.fr


def test_the_pin_is_the_same_everywhere() -> None:
    """The build's module and the checksums speak of the pinned version, for four kinds of machine."""
    module = (go_build.MODULE / "go.mod").read_text()
    archives = [line.split()[1] for line in CHECKSUMS.read_text().splitlines()]

    assert f"github.com/temporalio/cli v{PINNED}" in module
    assert "go.temporal.io/server v1.31.2" in module
    assert sorted(archives) == [
        f"temporal_cli_{PINNED}_{system}_{machine}.tar.gz"
        for system in ("darwin", "linux")
        for machine in ("amd64", "arm64")
    ]
    assert all(re.match(r"[0-9a-f]{64}  ", line) for line in CHECKSUMS.read_text().splitlines())


def test_an_address_or_a_profile_given_by_temporals_own_settings_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TEMPORAL_ADDRESS wins over the profile; without either the embedded server is wanted."""
    assert given_address() is None

    profiles = tmp_path / "temporal.toml"
    profiles.write_text('[profile.prod]\naddress = "temporal.example.org:7233"\n')
    monkeypatch.setenv("TEMPORAL_CONFIG_FILE", str(profiles))
    assert given_address() is None
    monkeypatch.setenv("TEMPORAL_PROFILE", "prod")
    assert given_address() == "temporal.example.org:7233"
    monkeypatch.setenv("TEMPORAL_ADDRESS", "other.example.org:7233")
    assert given_address() == "other.example.org:7233"


def test_an_unknown_profile_is_an_error_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistyped profile never falls back to the embedded server."""
    monkeypatch.setenv("TEMPORAL_PROFILE", "prodd")

    with pytest.raises(StackError) as refused:
        given_address()

    assert "prodd" in refused.value.text.fr
    assert "prodd" in refused.value.text.en
