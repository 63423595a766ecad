"""What became of each item of a file that commands are read from."""

from language import Text

ALREADY_THERE = Text("déjà là", "already there")


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
