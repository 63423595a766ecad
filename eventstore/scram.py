"""Passwords as PostgreSQL keeps them, computed here so that no server log ever sees one."""

import hmac
import secrets
import unicodedata
from base64 import b64encode
from hashlib import pbkdf2_hmac, sha256

_ROUNDS = 4096  # what PostgreSQL itself uses


def scram_verifier(password: str) -> str:
    """What ``ALTER ROLE … PASSWORD`` takes instead of ``password`` (SCRAM-SHA-256, RFC 5802 and RFC 7677)."""
    salt = secrets.token_bytes(16)
    prepared = unicodedata.normalize("NFKC", password).encode()
    salted = pbkdf2_hmac("sha256", prepared, salt, _ROUNDS)
    stored_key = sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server_key = hmac.digest(salted, b"Server Key", "sha256")
    return f"SCRAM-SHA-256${_ROUNDS}:{_text(salt)}${_text(stored_key)}:{_text(server_key)}"


def _text(octets: bytes) -> str:
    return b64encode(octets).decode()
