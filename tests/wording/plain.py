"""Sentences with ordinary spaces, as tests write them."""


def plain(text: str) -> str:
    """The same text; its spaces are those of a keyboard."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
