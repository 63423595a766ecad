"""What the tests of pages need: ``python -m tests.web.browser.needed``, the last step of ``make setup``.

It says what is missing and how to get it; ``… needed tests`` ends with 1 then, for ``make test`` cannot begin.
"""

import sys
from collections.abc import Sequence

from language import Text, say
from stack.texts import StackError
from tests.web.browser.axe import obtain_axe
from tests.web.browser.chromium import find_chromium


def main(arguments: Sequence[str] = ()) -> int:
    """Look for the browser, and for tests fetch what they put into its pages; 1 if tests are wanted and cannot run."""
    wanted = "tests" in arguments
    try:
        _tell(Text(f"Navigateur : {find_chromium()}", f"Browser: {find_chromium()}"))
        if wanted:
            obtain_axe()
    except StackError as missing:
        sys.stderr.write(f"{say(missing.text)}\n")
        return 1 if wanted else 0
    return 0


def _tell(text: Text) -> None:
    sys.stdout.write(f"{say(text)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
