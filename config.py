"""Settings of every Escale process, read from the environment (``ESCALE_…``).

Temporal's own settings (address, namespace, TLS, API key) are not here: ``temporalio.envconfig`` reads them
from ``TEMPORAL_…`` and Temporal's configuration file.
"""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from language import Locale, Text, preferred_locale
from stack.texts import StackError

Port = Annotated[int, Field(ge=0, le=65535)]


def _absolute(path: Path) -> Path:
    return path.expanduser().absolute()


class SettingsContradict(StackError):
    """Two settings name two different places for one thing; `text` names both, without passwords."""

    def __init__(self, text: Text) -> None:
        super().__init__("settings-contradict", text)


class Settings(BaseSettings):
    """What an operator may set. A port of 0 means: take a free one."""

    model_config = SettingsConfigDict(env_prefix="ESCALE_", frozen=True, populate_by_name=True)

    home: Annotated[Path, AfterValidator(_absolute)] = Field(
        default=Path(".escale"), validate_default=True, description="the data directory of the embedded stack"
    )
    database_url: SecretStr = Field(
        default=SecretStr(""), description="PostgreSQL as the service's role; empty: the embedded server"
    )
    database_owner_url: SecretStr = Field(
        default=SecretStr(""), description="PostgreSQL as the owner of the tables, for migrations only"
    )
    postgres_port: Port = Field(default=0, description="where the embedded PostgreSQL listens")
    temporal_port: Port = Field(default=0, description="where the embedded Temporal listens")
    temporal_ui_port: Port = Field(default=0, description="where Temporal's own pages are shown")
    smtp_host: str = Field(default="", description="the mail relay; empty: the embedded catcher")
    smtp_port: Port = Field(default=0, description="port of the relay, or of the embedded catcher")
    smtp_security: Literal["none", "starttls", "tls"] = Field(
        default="none", description="how the connection to the relay is protected; its certificate is checked"
    )
    smtp_username: str = Field(default="", description="who logs in at the relay; empty: nobody does")
    smtp_password: SecretStr = Field(default=SecretStr(""), description="with which password")
    smtp_catches: bool = Field(
        default=False, description="whether that server only catches mail: simulations may write to it"
    )
    mail_sender: str = Field(default="escale@localhost", description="sender address of reminders")
    bounce_address: str = Field(
        default="",
        pattern=r"^([^\s@+]{1,23}@[^\s@]+)?$",
        description="address that letters come back to, with a key of each behind a `+`, for `escale bounce` to read;"
        " empty: the sender’s, and what comes back is not read",
    )
    public_url: str = Field(
        default="",
        pattern=r"^(https?://[^\s?#]+)?$",
        description="where pages are reached, so that letters link to them; empty: letters say what to type",
    )
    web_host: str = Field(default="127.0.0.1", min_length=1, description="on which address pages are served")
    web_port: Port = Field(
        default=0, description="where pages are served; 0: a free port of the embedded stack"
    )
    trusted_proxies: str = Field(
        default="",
        pattern=r"^[0-9a-fA-F.:/, ]*$",
        description="addresses of proxies, comma between them, whose word on who asks and by TLS or not is taken",
    )
    secret_file: str = Field(
        default="",
        description="file of the secret that addresses, forms and cookies are keyed with; empty: `secret` in the data"
        " directory, made where it is missing",
    )
    oidc_issuer: str = Field(
        default="",
        pattern=r"^(https?://[^\s?#]+)?$",
        description="provider of the organisation's own sign-in (OpenID Connect), by its issuer; empty: there is none",
    )
    oidc_client_id: str = Field(default="", description="as whom the provider knows this site")
    oidc_client_secret_file: str = Field(
        default="", description="file of the secret shared with the provider"
    )
    oidc_name: str = Field(
        default="", description="what people call the provider, on the page where they sign in"
    )
    webhooks_to_this_machine: bool = Field(
        default=False,
        description="whether simulations may tell programs on this machine what happens, by http, to try that out",
    )
    webhooks_private_receivers: str = Field(
        default="",
        pattern=r"^([\w.\[\]:-]+:\d{1,5}(, *|$))*$",
        description="receivers inside your own network that may be told by https, as `host:port`, comma between them;"
        " empty: only public addresses are",
    )
    webhooks_ca_file: str = Field(
        default="",
        description="certificates (PEM) by which those receivers are known; empty: those that every system knows",
    )
    organisation: str = Field(default="", description="slug of the organisation commands go to by default")
    actor: str = Field(default="", validation_alias="ESCALE_AS", description="who issues commands")
    locale: Locale = Field(
        default_factory=preferred_locale, description="language of people: French unless LANG says another"
    )
    task_queue: str = Field(default="escale", min_length=1, description="Temporal task queue of the workers")
    build: str = Field(
        default="",
        pattern=r"^[\w.+-]{0,200}$",
        description="which build a worker is; lives go on with the one released last; empty: builds are not told apart",
    )
    metrics_host: str = Field(
        default="127.0.0.1", min_length=1, description="on which address a worker shows its metrics"
    )
    metrics_port: Port = Field(
        default=0, description="where a worker shows its metrics to Prometheus, one port for each; 0: nowhere"
    )
    log_format: Literal["auto", "console", "json"] = Field(
        default="auto", description="auto: for people at a terminal, JSON lines elsewhere"
    )

    @model_validator(mode="after")
    def _relay_has_a_port(self) -> Self:
        if self.smtp_host and not self.smtp_port:
            raise ValueError("ESCALE_SMTP_HOST is set: ESCALE_SMTP_PORT must say its port, for example 587")
        if self.smtp_username and self.smtp_security == "none":
            raise ValueError("ESCALE_SMTP_USERNAME is set: ESCALE_SMTP_SECURITY must be starttls or tls")
        return self

    @model_validator(mode="after")
    def _provider_knows_us(self) -> Self:
        if self.oidc_issuer and not (
            self.oidc_client_id and self.oidc_client_secret_file and self.public_url
        ):
            raise ValueError(
                "ESCALE_OIDC_ISSUER is set: ESCALE_OIDC_CLIENT_ID, ESCALE_OIDC_CLIENT_SECRET_FILE and"
                " ESCALE_PUBLIC_URL must say as whom, and at which address, it knows this site"
            )
        return self

    @model_validator(mode="after")
    def _deployment_can_be_named(self) -> Self:
        if self.build and "." in self.task_queue:
            raise ValueError(
                "ESCALE_BUILD is set: ESCALE_TASK_QUEUE, after which builds are grouped, must have no dot"
            )
        return self

    @model_validator(mode="after")
    def _receivers_can_be_known(self) -> Self:
        if self.webhooks_ca_file and not Path(self.webhooks_ca_file).is_file():
            raise ValueError("ESCALE_WEBHOOKS_CA_FILE is set: there must be a file of that name")
        return self

    @property
    def named_receivers(self) -> frozenset[str]:
        """The receivers inside one's own network that may be told."""
        return frozenset(
            one.strip().casefold() for one in self.webhooks_private_receivers.split(",") if one.strip()
        )

    @property
    def embedded_database(self) -> bool:
        """Whether PostgreSQL is ours to start."""
        return not self.database_url.get_secret_value()

    @property
    def embedded_mail(self) -> bool:
        """Whether mail goes to the embedded catcher."""
        return not self.smtp_host

    @property
    def secret_path(self) -> Path:
        """Where the secret of the site lies."""
        return Path(self.secret_file).expanduser().absolute() if self.secret_file else self.home / "secret"

    def as_environment(self) -> dict[str, str]:
        """Variables that give another process these very settings; it holds passwords, so never log it."""
        variables = {}
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            plain = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
            variables[str(field.validation_alias or f"ESCALE_{name.upper()}")] = plain
        return variables
