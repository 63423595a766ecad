"""One stack before it starts: its settings, its directory, and the ports and passwords it will use."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from config import Settings
from language import Text
from stack.credentials import Credentials
from stack.home import Home
from stack.ports import LOOPBACK, chosen_port, listens
from stack.postgres import OWNER, SERVICE, Postgres
from stack.state import Addresses
from stack.temporal import TemporalServer, given_address
from stack.temporal_cli import find_temporal
from stack.texts import StackError


@dataclass(frozen=True)
class Site:
    """What the services are built from; a part that is given from outside is None."""

    settings: Settings
    home: Home
    postgres: Postgres | None
    temporal: TemporalServer | None
    given_temporal: str | None
    catcher_port: int | None
    web_port: int | None

    @classmethod
    def survey(cls, settings: Settings, home: Home, names: Collection[str]) -> "Site":
        """Prepare the parts that `names` asks for: ports, passwords, the database's cluster if there is none.

        Raises StackError when a wanted port is taken or a part is missing.
        """
        given = given_address()
        postgres = settings.embedded_database and "postgres" in names
        temporal = given is None and "temporal" in names
        catcher = settings.embedded_mail and "catcher" in names
        return cls(
            settings=settings,
            home=home,
            postgres=_postgres(settings, home) if postgres else None,
            temporal=_temporal(settings, home) if temporal else None,
            given_temporal=given,
            catcher_port=_free("ESCALE_SMTP_PORT", settings.smtp_port) if catcher else None,
            web_port=_free("ESCALE_WEB_PORT", settings.web_port) if "web" in names else None,
        )

    @property
    def addresses(self) -> Addresses:
        """Where every part is reached, embedded or not."""
        settings, postgres, temporal = self.settings, self.postgres, self.temporal
        return Addresses(
            database_url=postgres.dsn(SERVICE) if postgres else settings.database_url.get_secret_value(),
            database_owner_url=postgres.dsn(OWNER)
            if postgres
            else settings.database_owner_url.get_secret_value(),
            temporal=temporal.address if temporal else self.given_temporal or "",
            temporal_ui=f"http://{LOOPBACK}:{temporal.ui_port}" if temporal else "",
            smtp_host=settings.smtp_host or LOOPBACK,
            smtp_port=self.catcher_port or settings.smtp_port,
            web=f"http://{LOOPBACK}:{self.web_port}" if self.web_port else "",
        )


def _postgres(settings: Settings, home: Home) -> Postgres:
    port = _free("ESCALE_POSTGRES_PORT", settings.postgres_port)
    return Postgres.at(home.postgres, port, Credentials.load_or_create(home.credentials))


def _temporal(settings: Settings, home: Home) -> TemporalServer:
    return TemporalServer(
        program=find_temporal() or _no_temporal(),
        file=home.temporal,
        port=_free("ESCALE_TEMPORAL_PORT", settings.temporal_port),
        ui_port=_free("ESCALE_TEMPORAL_UI_PORT", settings.temporal_ui_port),
    )


def _no_temporal() -> Path:
    raise StackError(
        "temporal-missing",
        Text("Temporal est introuvable ; lancez `make setup`.", "Temporal was not found; run `make setup`."),
    )


def _free(variable: str, wanted: int) -> int:
    if wanted and listens(wanted):
        raise StackError(
            "port-taken",
            Text(
                f"Le port {wanted} ({variable}) est déjà pris par un autre programme ; donnez-en un autre, "
                "ou 0 pour un port libre.",
                f"Port {wanted} ({variable}) is taken by another program; name another one, "
                "or 0 for a free one.",
            ),
        )
    return chosen_port(wanted)
