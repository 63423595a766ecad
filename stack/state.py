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

    def completing(self, settings: Settings) -> Settings:
        """`settings` with these addresses in the place of what they leave to the embedded stack."""
        return settings.model_copy(
            update={
                "database_url": SecretStr(self.database_url),
                "database_owner_url": SecretStr(self.database_owner_url),
                "smtp_host": self.smtp_host,
                "smtp_port": self.smtp_port,
                "smtp_catches": settings.smtp_catches or settings.embedded_mail,
            }
        )


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
    if holder is None or not home.state.exists():
        return None
    state = StackState.model_validate_json(home.state.read_bytes())
    return state if state.pid == holder else None
