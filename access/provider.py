"""The organisation's own sign-in: OpenID Connect, by code with PKCE (S256), state, nonce and explicit algorithms.

Whom the provider means is its issuer and subject; an address that it tells is only a hint whom to write to. Nothing is
kept here between leaving and coming back: it travels with the browser, signed (``Begun``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_urlsafe
from typing import Any

import httpx
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import AsyncOAuth2Client
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
"""How a provider may sign: with keys of its own. *none*, and secrets that are shared, are refused."""
_SECONDS = 5.0
_SCOPE = "openid email"
_LEEWAY = 60
"""Seconds by which clocks may differ."""


class ProviderAway(Exception):
    """The provider cannot be reached, or answers what is no answer."""


class ProviderRefuses(Exception):
    """What came back proves nobody: another issuer, a code that was used, a token that is not for us."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What has to come back with the browser; the verifier is told to the provider alone."""

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a provider means; ``address`` only where it has verified it."""

    subject: str
    address: str | None


class Provider:
    """A provider that knows us. Whatever asks it raises ProviderAway and ProviderRefuses."""

    def __init__(self, issuer: str, client_id: str, client_secret: str, returns: str) -> None:
        self._issuer = issuer
        self._client_id = client_id
        self._client_secret = client_secret
        self._returns = returns
        self._metadata: Mapping[str, Any] | None = None

    async def begin(self) -> tuple[str, Begun]:
        """Where to send the browser, and what has to come back with it."""
        begun = Begun(token_urlsafe(32), token_urlsafe(32), token_urlsafe(48))
        async with self._client() as client:
            address, _ = client.create_authorization_url(
                (await self._known())["authorization_endpoint"],
                state=begun.state,
                nonce=begun.nonce,
                code_verifier=begun.verifier,
            )
        return str(address), begun

    async def come_back(self, code: str, begun: Begun) -> Named:
        """Whom the provider means by the code that a browser brought back."""
        async with self._client() as client:
            metadata = await self._known()
            try:
                token = await client.fetch_token(
                    metadata["token_endpoint"], code=code, code_verifier=begun.verifier
                )
            except OAuthError as error:
                raise ProviderRefuses(error.error) from error
            except (httpx.HTTPError, ValueError) as error:
                raise ProviderAway from error
            keys = KeySet.import_key_set(await self._json(metadata["jwks_uri"]))
        return self._named(str(token.get("id_token", "")), keys, begun)

    def _named(self, id_token: str, keys: KeySet, begun: Begun) -> Named:
        """OpenID Connect Core 1.0, 3.1.3.7."""
        claims = jwt.JWTClaimsRegistry(
            leeway=_LEEWAY,
            iss={"essential": True, "value": self._issuer},
            aud={"essential": True, "value": self._client_id},
            nonce={"essential": True, "value": begun.nonce},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
        )
        try:
            told = jwt.decode(id_token, keys, algorithms=ALGORITHMS).claims
            claims.validate(told)
        except (JoseError, ValueError) as error:
            raise ProviderRefuses(type(error).__name__) from error
        if told.get("azp", self._client_id) != self._client_id:
            raise ProviderRefuses("azp")
        verified = told.get("email_verified") is True
        return Named(str(told["sub"]), str(told["email"]) if verified and told.get("email") else None)

    async def _known(self) -> Mapping[str, Any]:
        """What the provider says of itself, asked once; it has to call itself as we do."""
        if self._metadata is None:
            where = f"{self._issuer.rstrip('/')}/.well-known/openid-configuration"
            metadata = await self._json(where)
            if metadata.get("issuer") != self._issuer:
                raise ProviderRefuses("issuer")
            self._metadata = metadata
        return self._metadata

    async def _json(self, address: str) -> Any:
        try:
            async with httpx.AsyncClient(timeout=_SECONDS) as client:
                answer = await client.get(address)
                answer.raise_for_status()
                return answer.json()
        except (httpx.HTTPError, ValueError) as error:
            raise ProviderAway from error

    def _client(self) -> Any:
        return AsyncOAuth2Client(
            client_id=self._client_id,
            client_secret=self._client_secret,
            redirect_uri=self._returns,
            scope=_SCOPE,
            code_challenge_method="S256",
            timeout=_SECONDS,
        )
