"""Templates: everything is escaped, nothing missing passes, words come from ``wording``."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import links.mail
import links.organisation
import links.sheets
from language import locale, say
from queries.forms.typed import Unreadable, day_of, euros_of
from web.static_files import address_of
from wording import explaining, form_fields
from wording.amounts import euros
from wording.distances import moment_in_words
from wording.local_hours import hour
from wording.pages import downloads, forms, layout
from wording.quantities import long_day, short_day


def _day(day: date) -> str:
    return long_day(day, locale())


def _short_day(day: date) -> str:
    return short_day(day, locale())


def _moment(moment: str, zone: ZoneInfo) -> str:
    return moment_in_words(moment, zone, locale())


def _typed_euros(text: str) -> str:
    """An amount that somebody typed, as amounts are written; as it was typed where it is none."""
    try:
        return euros(euros_of(text))
    except Unreadable:
        return text


def _typed_total(texts: Sequence[str]) -> str:
    """The sum of amounts that somebody typed; empty where one of them is none."""
    try:
        return euros(sum(euros_of(one) for one in texts if one.strip()))
    except Unreadable:
        return ""


def _typed_day(text: str) -> str:
    try:
        return long_day(date.fromisoformat(day_of(text)), locale())
    except Unreadable:
        return text


def target(value: str) -> str:
    """A value as a part of an id on a page."""
    return "".join(one if one.isalnum() else "-" for one in value)


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals |= {
        "say": say, "locale": locale, "links": links, "static": address_of, "layout_words": layout,
        "form_words": forms, "field_words": form_fields, "download_words": downloads,
        "explaining_words": explaining,
    }  # fmt: skip
    environment.filters |= {
        "day": _day,
        "short_day": _short_day,
        "hour": hour,
        "euros": euros,
        "moment": _moment,
        "target": target,
        "typed_euros": _typed_euros,
        "typed_total": _typed_total,
        "typed_day": _typed_day,
    }
    return environment


ENVIRONMENT = _environment()
