"""The digest that an event keeps of a private value."""

import hmac


class VaultTampered(Exception):
    """A value in the vault is not the one that was recorded."""


def digest(key: bytes, value: str) -> str:
    """HMAC-SHA256 of ``value`` under its own random key, in hexadecimal: worthless once the key is gone."""
    return hmac.digest(key, value.encode(), "sha256").hex()


def checked(secret_id: str, key: bytes, value: str, recorded: str | None) -> str:
    """``value``, if its digest is the one recorded. Raises VaultTampered otherwise."""
    if recorded is None or not hmac.compare_digest(digest(key, value), recorded):
        raise VaultTampered(f"the vault's value {secret_id} is not the one that was recorded")
    return value
