"""A token as people recognise it on a page."""

from dataclasses import dataclass

from access.tokens import Token
from domain.kernel.moments import day_of
from language import Text, locale
from queries.scopes import SCOPES
from queries.visit import Visit
from wording.pages import tokens as words
from wording.quantities import short_day


@dataclass(frozen=True, slots=True)
class TokenShown:
    """What it is called, whose it is or where, what it may, until when, when it was last used."""

    id: str
    name: str
    of: str
    scopes: tuple[Text, ...]
    ends: str
    used: str | None


def shown(token: Token, visit: Visit, of: str) -> TokenShown:
    """By the days of the organisation; ``of``: its person's name, or that of the organisation."""
    ends = short_day(day_of(token.ends_at, visit.zone), locale())
    used = short_day(day_of(token.used_at, visit.zone), locale()) if token.used_at else None
    scopes = tuple(words.SCOPES[one] for one in SCOPES if one in token.scopes)
    return TokenShown(token.id, token.name, of, scopes, ends, used)
