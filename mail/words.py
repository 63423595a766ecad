"""Mail in words: the templates of ``mail/templates``, French and English."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from domain.kernel.values import Language, Role
from language import Text
from mail.reminder import Reminder
from mail.ways import ways_of
from wording.amounts import amount
from wording.quantities import long_day
from wording.roles import AS_ONE_OF
from wording.silence import WILL_COUNT_AS

UNREADABLE = {Language.FRENCH: "(nom illisible, altéré)", Language.ENGLISH: "(unreadable, altered name)"}
"""Stands for the name of somebody whose name was altered in the vault."""


def _counted(counts_as: str, language: Language) -> str:
    """What silence will count as."""
    return _in(language, WILL_COUNT_AS[counts_as])


def _as_one_of(role: str, language: Language) -> str:
    """Somebody as one of those who have a role."""
    return _in(language, AS_ONE_OF[Role(role)])


def _in(language: Language, text: Text) -> str:
    return text.fr if language == Language.FRENCH else text.en


def _environment(*, escapes: bool) -> Environment:
    """Escaping is for all templates of an environment or none: a macro escapes as the file it stands in does."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=escapes,  # noqa: S701 - HTML is escaped, plain text is not
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = long_day
    environment.filters["euros"] = amount
    environment.filters["counted"] = _counted
    environment.filters["as_one_of"] = _as_one_of
    environment.filters["ways"] = ways_of
    return environment


_TEXT = _environment(escapes=False)
_HTML = _environment(escapes=True)


def subject(reminder: Reminder, language: Language) -> str:
    """The subject line, in the person's language."""
    return drawn("subject.txt", language, reminder=reminder).strip()


def plain_text(reminder: Reminder, language: Language, leave: str | None = None) -> str:
    """The body as plain text: the person's language first, the other below. ``leave``: where one ends such letters."""
    return drawn("reminder.txt", language, reminder=reminder, leave=leave)


def html(reminder: Reminder, language: Language, leave: str | None = None) -> str:
    """The same as HTML; whatever people wrote is escaped."""
    return drawn("reminder.html", language, reminder=reminder, leave=leave)


def drawn(template: str, language: Language, **values: object) -> str:
    """A template of ours with its values, in a language first and the other below; escaped if it is HTML."""
    other = next(one for one in Language if one != language)
    environment = _HTML if template.endswith(".html") else _TEXT
    return environment.get_template(template).render(languages=(language, other), **values)
