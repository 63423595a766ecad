"""The official release of the Temporal command line, accepted only with the checksum we pinned."""

import hashlib
import io
import platform
import tarfile
import urllib.request
from pathlib import Path

from language import Text
from stack.go_build import MODULE
from stack.texts import Progress, StackError

RELEASES = "https://github.com/temporalio/cli/releases/download"
CHECKSUMS = MODULE / "checksums.txt"
PATIENCE = 5  # seconds without an answer or a byte
_ARCHITECTURES = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64", "arm64": "arm64"}


def download(version: str, target: Path, on_progress: Progress) -> None:
    """Put release `version` for this machine at `target`.

    Raises StackError: at once when no checksum is pinned for it, within seconds when it cannot be reached.
    """
    machine = _ARCHITECTURES.get(platform.machine().lower(), platform.machine())
    archive = f"temporal_cli_{version}_{platform.system().lower()}_{machine}.tar.gz"
    expected = _pinned_checksum(archive)
    on_progress(Text(f"Téléchargement de Temporal {version}", f"Downloading Temporal {version}"))
    content = _fetch(f"{RELEASES}/v{version}/{archive}")
    if hashlib.sha256(content).hexdigest() != expected:
        raise _unavailable("son empreinte n’est pas celle attendue", "its checksum is not the expected one")
    draft = target.with_suffix(".draft")
    with tarfile.open(fileobj=io.BytesIO(content)) as tar:
        program = tar.extractfile("temporal")
        if program is None:
            raise _unavailable("l’archive ne contient pas le programme", "the archive lacks the program")
        draft.write_bytes(program.read())
    draft.chmod(0o755)
    draft.rename(target)


def _pinned_checksum(archive: str) -> str:
    for line in CHECKSUMS.read_text().splitlines() if CHECKSUMS.exists() else ():
        checksum, name = line.split()
        if name == archive:
            return checksum
    raise _unavailable(f"aucune empreinte connue pour {archive}", f"no checksum is pinned for {archive}")


def _fetch(url: str) -> bytes:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 - a constant https address
            content: bytes = answer.read()
    except OSError as error:
        raise _unavailable(f"site injoignable ({error})", f"site out of reach ({error})") from error
    return content


def _unavailable(why_fr: str, why_en: str) -> StackError:
    return StackError(
        "temporal-download",
        Text(f"téléchargement impossible : {why_fr}", f"download impossible: {why_en}"),
    )
