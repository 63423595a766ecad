"""What stands at the foot of printed pages."""

from language import locale, t
from wording.quantities import number_words


def foot(name: str, day: str, position: int) -> str:
    """Which file, as it stood when, and how far the ledger had been read."""
    french, english = number_words(position)
    number = french if locale() == "fr" else english
    return t(
        f"{name} · état au {day} · registre, position {number}",
        f"{name} · as of {day} · ledger, position {number}",
    )
