"""What waits for whoever looks."""

from language import Text

TITLE = Text("Ce qui vous attend", "What waits for you")
NOTHING = Text("Rien ne vous attend.", "Nothing waits for you.")
