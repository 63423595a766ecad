"""What is kept of what grants access: a digest, by which it is found, and from which nobody makes it again."""

from hashlib import sha256


def digest_of(held: str) -> bytes:
    """The SHA-256 of what a link, a cookie or another program brings: 32 bytes. It is random, and needs no salt."""
    return sha256(held.encode()).digest()
