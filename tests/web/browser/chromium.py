"""The system's Chromium: where it is, or how to get it."""

import os
import platform
import shutil
from pathlib import Path

from language import Text
from stack.texts import StackError

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ON_A_MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
VARIABLE = "ESCALE_TEST_BROWSER"
"""Names another program than the one that is found."""


def find_chromium() -> Path:
    """The program of the browser. Raises StackError with the words to type where there is none."""
    named = os.environ.get(VARIABLE)
    found = named or next(filter(None, map(shutil.which, _NAMES)), None)
    found = found or next((one for one in _ON_A_MAC if Path(one).exists()), None)
    if found is None:
        raise _missing()
    return Path(found)


def arguments() -> list[str]:
    """What the browser is started with: it asks nothing of the world; root has no sandbox."""
    quiet = [
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--disable-gpu",
    ]
    return [*quiet, "--no-sandbox"] if os.geteuid() == 0 else quiet


def _missing() -> StackError:
    words = "brew install --cask chromium" if platform.system() == "Darwin" else "apt install chromium"
    return StackError(
        "browser-missing",
        Text(
            f"Les tests des pages ont besoin de Chromium, qui manque : `{words}`, ou nommez-le dans {VARIABLE}.",
            f"The tests of pages need Chromium, which is missing: `{words}`, or name it in {VARIABLE}.",
        ),
    )
