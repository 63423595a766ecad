"""A document of a file as a page, to be printed."""

from language import Text

TEMPLATE = Text("Modèle", "Template")
EVERYTHING = Text("Tout le dossier", "The whole file")
AS_OF = Text("État au", "As of")
PUBLIC = Text("Seulement ce qui est public", "Only what is public")
SEE = Text("Voir ce document", "See this document")
PRINT = Text(
    "Pour l’imprimer ou l’enregistrer en PDF, servez-vous de votre navigateur.",
    "To print it or to save it as PDF, use your browser.",
)
