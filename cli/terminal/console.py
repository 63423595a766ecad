"""Where people read. Apart from ``cli.terminal.output``, so that rich is loaded only when something is drawn."""

from typing import Any

from rich.console import Console

from wording.plain import plain


class Terminal(Console):
    """A console on which text is text: what people wrote steers nothing."""

    def print(self, *objects: Any, **how: Any) -> None:
        """As rich prints, without the characters that would steer the terminal."""
        super().print(*(plain(one) if isinstance(one, str) else one for one in objects), **how)
