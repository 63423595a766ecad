"""A form as pages draw it: fields with labels, widgets, choices, values and what is wrong with them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from language import Text
from queries.forms.choice import Choice
from queries.forms.widget import Widget

Steps = Literal[1, 2]

_LABEL = 200
"""The most characters of a public title."""
_JUDGED = ("request.beneficiary.identifier", "account")
"""Numbers that are easily mistyped, and that show it by themselves."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST_LISTED = 50
"""Choices that are listed where there may be any number; the others are looked for by their words."""
MOST_RADIOS = 6
"""Choices that stand as radios; more of them are a list to open."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field. ``values`` are texts as they were typed; ``parts``: the fields of a group, ``rows``: of each row."""

    name: str
    label: Text
    widget: Widget
    required: bool = False
    private: bool = False
    hint: Text | None = None
    choices: Sequence[Choice] = ()
    values: Sequence[str] = ()
    error: Text | None = None
    longest: int | None = None
    parts: Sequence["FormField"] = ()
    rows: Sequence[Sequence["FormField"]] = ()
    hidden: bool = False
    """Whether it is told already: it goes along unseen."""
    advanced: bool = False
    """Whether it stands closed: few people need it."""
    sought: str | None = None
    """The words by which its choices were looked for; None where all of them are listed."""

    lacks: tuple[Text, Text] | None = None
    """What is missing, and what would change it, where there is nothing to choose."""

    @property
    def value(self) -> str:
        """Its text; the last, where there are several."""
        return self.values[-1] if self.values else ""

    @property
    def id(self) -> str:
        """What the page calls it; where the summary of mistakes leads."""
        return "f-" + self.name.replace("[", "-").replace("]", "").replace(".", "-")

    @property
    def target(self) -> str:
        """Where a mistake in it leads: to what can be filled in."""
        return self.id

    @property
    def filled(self) -> bool:
        """Whether anything is written in it, or in a part of it."""
        inner = (*self.parts, *(part for each in self.rows for part in each))
        return any(one.strip() for one in self.values) or any(one.filled for one in inner)

    def amounts(self, label: Text) -> Sequence[str]:
        """What is written under a label in each row."""
        return [part.value for row in self.rows for part in row if part.label == label]

    @property
    def public_title(self) -> bool:
        """Whether it is read by everybody who may read the file."""
        return self.widget is Widget.LINE and not self.private and self.longest == _LABEL

    @property
    def noted(self) -> bool:
        """Whether anything is said beside it, or may be."""
        return bool(self.hint or self.longest or self.private or self.error or self.judged)

    @property
    def judged(self) -> bool:
        """Whether what is written is judged as soon as the field is left."""
        return self.widget is Widget.LINE and self.name in _JUDGED

    @property
    def plain_day(self) -> bool:
        """Whether a browser's own day field can show what is written; what it cannot is shown as it was typed."""
        return self.value == "" or bool(_DAY.fullmatch(self.value))

    @property
    def grouped(self) -> Sequence[tuple[Text | None, Sequence[Choice]]]:
        """Its choices under what they are listed under."""
        return [(group, list(choices)) for group, choices in groupby(self.choices, key=lambda one: one.group)]

    @property
    def radios(self) -> bool:
        """Whether its choices stand as radios."""
        return len(self.choices) <= MOST_RADIOS and self.sought is None

    @property
    def has_more(self) -> bool:
        """Whether more answers to what was looked for than is listed."""
        return self.sought is not None and len(self.choices) >= MOST_LISTED

    @property
    def may_be_left(self) -> bool:
        """Whether one of its radios stands for no answer."""
        return self.widget in (Widget.ONE_OF, Widget.YES_NO) and not self.required and bool(self.choices)

    @property
    def chosen(self) -> Choice | None:
        """The one choice that is made."""
        return next((one for one in self.choices if one.value == self.value), None)


@dataclass(frozen=True, slots=True)
class Form:
    """A command to fill in. ``asks_first``: only what decides the rest is asked yet; ``Continuer`` shows it."""

    command: str
    title: Text
    fields: Sequence[FormField]
    steps: Steps = 1
    asks_first: bool = False
    summary: Text | None = None
    """What is wrong with it as a whole."""
    remedy: Text | None = None

    @property
    def saves_itself(self) -> bool:
        """Whether a draft of it is kept while it is filled in; documents are not sent again and again for that."""
        sends_files = any(one.widget in (Widget.FILE, Widget.FILES) for one in every_field(self.fields))
        return not self.asks_first and not sends_files

    @property
    def mistakes(self) -> Sequence[FormField]:
        """The fields that have something wrong, in their order."""
        return [one for one in every_field(self.fields) if one.error]

    @property
    def faulty(self) -> bool:
        """Whether anything is wrong."""
        return self.summary is not None or bool(self.mistakes)


def every_field(fields: Sequence[FormField]) -> Iterator[FormField]:
    """The fields and all that is in them, in order."""
    for one in fields:
        yield one
        yield from every_field(one.parts)
        for row in one.rows:
            yield from every_field(row)
