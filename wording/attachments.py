"""What is said of documents that are not taken."""

from collections.abc import Mapping

from language import Text

NOT_TAKEN: Mapping[str, Text] = {
    "empty": Text("Ce fichier est vide.", "This file is empty."),
    "too-large": Text(
        "Ce fichier dépasse 15 Mo. Réduisez-le ou partagez-le en plusieurs.",
        "This file is larger than 15 MB. Make it smaller, or split it.",
    ),
    "kind": Text(
        "Ce fichier n’est pas d’un format accepté\u00a0: PDF, ODT, ODS, DOCX, XLSX, JPG ou PNG.",
        "This file is of no accepted format: PDF, ODT, ODS, DOCX, XLSX, JPG or PNG.",
    ),
    "content": Text(
        "Le contenu de ce fichier n’est pas celui qu’annonce son nom. Enregistrez-le à nouveau au format voulu.",
        "This file does not hold what its name says. Save it again in the format that you want.",
    ),
}
"""By the reason that ``vault.media`` gives."""
