"""What an operator names beside a stack that is up: it wins, and what cannot go together is an error."""

import re
from urllib.parse import urlsplit

from config import Settings, SettingsContradict
from language import Text
from stack.ports import LOOPBACK
from stack.state import Addresses


def names_another_database(settings: Settings, stack: Addresses) -> bool:
    """Whether the settings name a database, and not the one that the stack works on."""
    given = settings.database_url.get_secret_value()
    return bool(given) and _place(given) != _place(stack.database_url)


def two_databases(settings: Settings, stack: Addresses) -> SettingsContradict:
    """Say that the database and the data directory name two databases."""
    given, theirs = _shown(settings.database_url.get_secret_value()), _shown(stack.database_url)
    return SettingsContradict(
        Text(
            f"ESCALE_DATABASE_URL désigne {given}, mais la pile de ESCALE_HOME ({settings.home}) travaille sur "
            f"{theirs}. Retirez l’un des deux.",
            f"ESCALE_DATABASE_URL names {given}, but the stack of ESCALE_HOME ({settings.home}) works on {theirs}. "
            "Remove one of them.",
        )
    )


def stray_temporal(settings: Settings, stack: Addresses) -> SettingsContradict:
    """Say that the stack's Temporal does not belong to the database that was named."""
    given, theirs = _shown(settings.database_url.get_secret_value()), stack.temporal
    return SettingsContradict(
        Text(
            f"ESCALE_DATABASE_URL désigne {given}, mais le seul Temporal connu est celui de la pile de "
            f"{settings.home} ({theirs}), qui travaille sur une autre base. Nommez le sien : TEMPORAL_ADDRESS.",
            f"ESCALE_DATABASE_URL names {given}, but the only Temporal known is that of the stack of "
            f"{settings.home} ({theirs}), which works on another database. Name its own: TEMPORAL_ADDRESS.",
        )
    )


def same_temporal(given: str, stack: Addresses) -> str:
    """Return the Temporal named for the stack's database. Raises SettingsContradict if the stack lives on another."""
    if stack.temporal and _local(given) != _local(stack.temporal):
        raise SettingsContradict(
            Text(
                f"TEMPORAL_ADDRESS (ou le profil) désigne {given}, mais la base est celle de la pile, dont le Temporal "
                f"est {stack.temporal}. Retirez TEMPORAL_ADDRESS, ou nommez aussi la base : ESCALE_DATABASE_URL.",
                f"TEMPORAL_ADDRESS (or the profile) names {given}, but the database is that of the stack, whose "
                f"Temporal is {stack.temporal}. Remove TEMPORAL_ADDRESS, or name the database: ESCALE_DATABASE_URL.",
            )
        )
    return given


def _place(url: str) -> tuple[str, int, str] | str:
    """Where a database lies: host, port, name; the text itself where it cannot be told."""
    try:
        parts = urlsplit(url)
        port = parts.port or 5432
    except ValueError:
        return url
    return _local(parts.hostname or ""), port, parts.path.strip("/")


def _local(host: str) -> str:
    return re.sub(r"^(localhost|\[?::1\]?)(?=:|$)", LOOPBACK, host.lower())


def _shown(url: str) -> str:
    """The place without password nor options."""
    return re.sub(r"//([^/@]*?)(:[^/]*)?@", r"//\1@", url.partition("?")[0])
