"""What is wrong with a question about other rules."""

from language import Text

BAD_PERIOD = Text(
    "Donnez deux dates, la première avant la seconde\u00a0: 2024-01-01.",
    "Give two days, the first before the second: 2024-01-01.",
)
NO_PROGRAMME = Text("Choisissez un programme.", "Choose a programme.")
NO_RULEBOOK = Text("Choisissez un règlement.", "Choose a rulebook.")


def mistaken_rulebook(line: int, column: int, message: Text) -> Text:
    """The first mistake of a rulebook that was pasted."""
    return Text(
        f"Ligne {line}, colonne {column}\u00a0: {message.fr}. Vérifiez ce règlement sur sa page.",
        f"Line {line}, column {column}: {message.en}. Check this rulebook on its page.",
    )
