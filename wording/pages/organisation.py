"""What is settled for the whole organisation, as a page."""

from language import Text

TITLE = Text("L’organisation", "The organisation")
MORE_PAGES = Text("À régler aussi", "To be settled, too")
PEOPLE_WHAT = Text("qui est là, avec quels rôles", "who is there, with which roles")
MESSAGES_WHAT = Text("chaque lettre, et ce qu’elle est devenue", "each letter, and what became of it")
AUDIT_WHAT = Text(
    "si l’histoire est intacte, ce qui a été refusé, qui est entré",
    "whether the history is untouched, what was refused, who came in",
)
