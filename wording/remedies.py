"""What to do, where several places say so; what one complaint alone advises stands beside it."""

from language import Text

GIVE_ONE_OR_THE_OTHER = Text("Donnez l’un ou l’autre.", "Give one or the other.")
COMMAND_ID = Text("Le command_id ; répétez-le pour ne pas faire deux fois.", "The command_id to repeat.")
PUT_RIGHT = Text("Corrigez-le, puis recommencez.", "Put it right, then try again.")
WITHOUT_ASKING = Text("Sans demander.", "Without asking.")
ROLES_ARE_GIVEN = Text(
    "L’administration donne les rôles (GrantRole).", "An administrator gives roles (GrantRole)."
)


def one_of_organisations(known: str) -> Text:
    """Name the organisation, one of those that are there."""
    return Text(f"Nommez-la avec -o ; connues : {known}.", f"Name it with -o; known: {known}.")
