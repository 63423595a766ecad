"""axe-core, which finds what keeps people from using a page: from npm, checked against a digest, kept for next time."""

import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from base64 import b64encode
from pathlib import Path

from language import Text
from stack.temporal_cli import cache_directory
from stack.texts import StackError

VERSION = "4.14.1"
INTEGRITY = "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
"""Of the package, in the words of npm."""
_SCRIPT = "package/axe.min.js"
_PATIENCE = 120
"""Seconds that npm may take."""


def obtain_axe() -> Path:
    """The package, fetched by npm if it is not here yet.

    Raises StackError where npm is missing or fails, or where what came is not what was expected.
    """
    kept = cache_directory() / f"axe-core-{VERSION}.tgz"
    if not kept.exists() or integrity_of(kept) != INTEGRITY:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
            fetched = _fetched(Path(folder))
            if integrity_of(fetched) != INTEGRITY:
                raise _unavailable(
                    "son empreinte n’est pas celle attendue", "its digest is not the expected one"
                )
            fetched.replace(kept)
    return kept


def axe_script() -> str:
    """The script to put into a page. Raises StackError as ``obtain_axe`` does."""
    with tarfile.open(obtain_axe()) as package:
        script = package.extractfile(_SCRIPT)
        assert script is not None
        return script.read().decode()


def integrity_of(package: Path) -> str:
    """The digest of a package as npm writes it."""
    return f"sha512-{b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()}"


def _fetched(folder: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        raise _unavailable("npm manque (`apt install npm`)", "npm is missing (`apt install npm`)")
    command = [npm, "pack", f"axe-core@{VERSION}", "--pack-destination", str(folder), "--silent"]
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise _unavailable("npm ne répond pas", "npm does not answer") from None
    packages = list(folder.glob("*.tgz"))
    if done.returncode or not packages:
        raise _unavailable(f"npm dit {done.stderr.strip()}", f"npm says {done.stderr.strip()}")
    return packages[0]


def _unavailable(why_fr: str, why_en: str) -> StackError:
    return StackError(
        "axe-missing",
        Text(
            f"Les tests des pages ont besoin de axe-core {VERSION} : {why_fr}.",
            f"The tests of pages need axe-core {VERSION}: {why_en}.",
        ),
    )
