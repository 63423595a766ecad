"""What versions of programmes are called."""

from language import Text


def version_words(programme: Text, rulebook: str) -> Text:
    """A version of a programme, by the name of that and the id of its rulebook."""
    number = rulebook.partition("@")[2]
    return Text(f"{programme.fr}, version {number}", f"{programme.en}, version {number}")
