"""What is said of files that commands are read from: mistakes by their line, what became of each item."""

from language import Text

ALREADY_THERE = Text("déjà là", "already there")


def finding_words(line: int, message: Text, expected: Text | None) -> Text:
    """A mistake or something strange in a file, at its line."""
    fr = f" (attendu : {expected.fr})" if expected else ""
    en = f" (expected: {expected.en})" if expected else ""
    return Text(f"Ligne {line} : {message.fr}{fr}", f"Line {line}: {message.en}{en}")


def item_words(events: int, refused: Text | None, *, already: bool) -> Text:
    """What became of one item: so many entries, already there, or why not."""
    if already:
        return ALREADY_THERE
    if refused is not None:
        return refused
    many = (
        ("entrées enregistrées", "entries recorded")
        if events > 1
        else ("entrée enregistrée", "entry recorded")
    )
    return Text(f"{events} {many[0]}", f"{events} {many[1]}")
