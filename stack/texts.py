"""The error that carries a sentence for people, and how they are told of progress."""

from collections.abc import Callable

from language import Text

Progress = Callable[[Text], None]
"""Told of each step while something slow goes on."""


class StackError(Exception):
    """The stack cannot do what was asked; `code` is stable, `text` says why and what helps."""

    def __init__(self, code: str, text: Text) -> None:
        super().__init__(f"{text.en} [{code}]")
        self.code = code
        self.text = text
