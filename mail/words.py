"""Reminders in words: the templates of ``mail/templates``, French and English."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_currency
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from domain.kernel.values import Language
from mail.reminder import Reminder
from mail.ways import address_of, line_of

_LOCALES = {Language.FRENCH: "fr_FR", Language.ENGLISH: "en_GB"}

UNREADABLE = {Language.FRENCH: "(nom illisible, altéré)", Language.ENGLISH: "(unreadable, altered name)"}
"""Stands for the name of somebody whose name was altered in the vault."""


def _day(day: date, language: Language) -> str:
    written = format_date(day, "full", _LOCALES[language])
    return written.replace(" 1 ", " 1er ") if language == Language.FRENCH else written


def _euros(cents: int, language: Language) -> str:
    return format_currency(Decimal(cents) / 100, "EUR", locale=_LOCALES[language])


def _environment(*, escapes: bool) -> Environment:
    """Escaping is for all templates of an environment or none: a macro escapes as the file it stands in does."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=escapes,  # noqa: S701 - HTML is escaped, plain text is not
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = _day
    environment.filters["euros"] = _euros
    environment.filters["line"] = line_of
    environment.filters["address"] = address_of
    return environment


_TEXT = _environment(escapes=False)
_HTML = _environment(escapes=True)


def subject(reminder: Reminder, language: Language) -> str:
    """The subject line, in the person's language."""
    return _render(_TEXT, "subject.txt", reminder, language).strip()


def plain_text(reminder: Reminder, language: Language) -> str:
    """The body as plain text: the person's language first, the other below."""
    return _render(_TEXT, "reminder.txt", reminder, language)


def html(reminder: Reminder, language: Language) -> str:
    """The same as HTML; whatever people wrote is escaped."""
    return _render(_HTML, "reminder.html", reminder, language)


def _render(environment: Environment, template: str, reminder: Reminder, language: Language) -> str:
    other = next(one for one in Language if one != language)
    return environment.get_template(template).render(reminder=reminder, languages=(language, other))
