"""What is said of one act for several files."""

from language import Text

NOT_FOR_THIS_FILE = Text("Ce dossier ne s’y prête pas.", "It does not apply to this file.")
