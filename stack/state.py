"""What a running stack says of itself in ``state.json``."""

from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from config import Settings
from stack.home import Home


class Addresses(BaseModel):
    """Where the parts of the stack are reached; the database's URLs hold passwords."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    database_url: str = Field(repr=False)
    database_owner_url: str = Field(repr=False)
    temporal: str
    temporal_ui: str
    smtp_host: str
    smtp_port: int
    web: str = ""
    """Where pages are served on this machine; empty: they are not, or a release without pages started the stack."""

    def completing(self, settings: Settings) -> Settings:
        """`settings` with these addresses for what they leave to the embedded stack; what they name stays."""
        found: dict[str, object] = {}
        if settings.embedded_database:
            found["database_url"] = SecretStr(self.database_url)
        if not settings.database_owner_url.get_secret_value():
            found["database_owner_url"] = SecretStr(self.database_owner_url)
        if settings.embedded_mail:
            found |= {"smtp_host": self.smtp_host, "smtp_port": self.smtp_port, "smtp_catches": True}
        if self.web and not settings.public_url:
            found["public_url"] = self.web
        return settings.model_copy(update=found)


class ServiceState(BaseModel):
    """One child of the supervisor; `pid` is None while it waits to be started again."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    pid: int | None
    restarts: int


class StackState(BaseModel):
    """A stack that is up: its supervisor, since when (UTC), where it is reached, its services in order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pid: int
    since: datetime = Field(default_factory=lambda: datetime.now(UTC))
    addresses: Addresses
    services: tuple[ServiceState, ...]

    def write(self, home: Home) -> None:
        """Put it in `home` in one step; the supervisor's umask keeps it to us."""
        draft = home.state.with_suffix(".draft")
        draft.write_text(self.model_dump_json(indent=2))
        draft.replace(home.state)


def read_state(home: Home) -> StackState | None:
    """Return the state of the stack that holds `home` and is ready, if there is one."""
    holder = home.holder()
    state = written_state(home) if holder is not None else None
    return state if state and state.pid == holder else None


def written_state(home: Home) -> StackState | None:
    """Return what was last written in `home`, true or not any more; None if nothing that can be read was."""
    try:
        return StackState.model_validate_json(home.state.read_bytes())
    except (OSError, ValueError):
        return None
