"""Finding the `temporal` program: on PATH, in the user's cache, by official download, or by building it."""

import os
import re
import shutil
import subprocess
from functools import partial
from pathlib import Path

from language import Text
from stack.go_build import TEMPORAL, build
from stack.temporal_download import download
from stack.texts import Progress, StackError

PINNED = "1.8.2"  # the version that deploy/temporal/go.mod pins


def cache_directory() -> Path:
    """Where programs that were downloaded or built are kept for every checkout of this user."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "escale"


def find_temporal() -> Path | None:
    """Find a program that is already here: on PATH and not older than the pin, else the cached one."""
    on_path = shutil.which("temporal")
    if on_path and _version(Path(on_path)) >= _numbers(PINNED):
        return Path(on_path)
    cached = cached_temporal()
    return cached if os.access(cached, os.X_OK) else None


def obtain_temporal(on_progress: Progress) -> Path:
    """Find the program, else download it, else build it; the result is cached for next time.

    Raises StackError when none of these can be done; its text says why for each.
    """
    found = find_temporal()
    if found:
        return found
    cached = cached_temporal()
    cached.parent.mkdir(parents=True, exist_ok=True)
    reasons = []
    for way in (partial(download, PINNED), partial(build, TEMPORAL, PINNED)):
        try:
            way(cached, on_progress)
        except StackError as error:
            reasons.append(error.text)
        else:
            return cached
    french = " ; ".join(reason.fr for reason in reasons)
    english = "; ".join(reason.en for reason in reasons)
    raise StackError(
        "temporal-missing",
        Text(
            f"Temporal est introuvable : aucun programme « temporal » {PINNED} ou plus récent dans le PATH ; "
            f"{french}. Installez-le, ou donnez l’adresse d’un serveur dans TEMPORAL_ADDRESS.",
            f"Temporal was not found: no program temporal {PINNED} or newer on PATH; "
            f"{english}. Install it, or name a server in TEMPORAL_ADDRESS.",
        ),
    )


def cached_temporal() -> Path:
    """Where the pinned version is kept once it was downloaded or built."""
    return cache_directory() / f"temporal-{PINNED}"


def _version(program: Path) -> tuple[int, ...]:
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=10, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ()
    found = re.match(r"temporal version (\d+\.\d+\.\d+)", said.stdout)
    return _numbers(found[1]) if found else ()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
