"""What pages say of documents that people outside hand in by a link."""

from language import Text
from wording.punctuation import quoted

TITLE = Text("Dépôts", "Deposits")
ABOUT = Text(
    "Faites déposer un document par qui doit le fournir : un lien, à lui envoyer, ne permet que cela et ne montre rien "
    "du dossier. Rien n’est enregistré tant que vous ne l’avez pas pris en compte.",
    "Let whoever has to provide a document hand it in: a link, for you to send, allows that alone and shows nothing of "
    "the file. Nothing is recorded until you take it in.",
)
NOTHING_WANTED = Text(
    "Rien n’est attendu ici en ce moment qui puisse être déposé, ou ce n’est pas à vous de l’enregistrer.",
    "Nothing is awaited here at present that can be handed in, or it is not yours to record.",
)
WANTED = Text("Ce qui peut être déposé", "What may be handed in")
MAKE = Text("Créer un lien", "Make a link")
MADE = Text(
    "Copiez ce lien maintenant et envoyez-le : il ne sera plus montré. Il vaut soixante jours.",
    "Copy this link now and send it: it is not shown again. It is good for sixty days.",
)
LINKS = Text("Liens envoyés et ce qui est arrivé", "Links that were sent, and what came")
NO_LINKS = Text("Aucun lien n’a été créé.", "No link was made.")
OPEN_UNTIL = Text("ouvert jusqu’au {day}", "open until {day}")
CLOSED = Text("fermé", "closed")
NOTHING_CAME = Text("Rien n’est encore arrivé.", "Nothing has come yet.")
TAKE_IN = Text("Prendre en compte", "Take in")
CLOSE = Text("Fermer le lien", "Close the link")
WAITING = Text("Dépôts à prendre en compte", "Deposits to take in")
COMPLETION = Text("Les compléments demandés", "What was asked for to complete the file")
SIZE = Text("{size} ko", "{size} kB")

DOOR_TITLE = Text("Déposer un document", "Hand in a document")
DOOR_TEXT = Text(
    "{organisation} vous demande : {what}. Déposez un ou plusieurs documents, avec un mot si vous voulez.",
    "{organisation} asks you for: {what}. Hand in one or several documents, with a note if you like.",
)
UNTIL = Text("Ce lien vaut jusqu’au {day}.", "This link is good until {day}.")
DOCUMENTS = Text("Documents", "Documents")
KINDS = Text(
    "pdf, odt, ods, docx, xlsx, jpg ou png ; 15 Mo en une fois, dix documents au plus.",
    "pdf, odt, ods, docx, xlsx, jpg or png; 15 MB at once, ten documents at most.",
)
NOTE = Text("Un mot (facultatif)", "A note (optional)")
HAND_IN = Text("Déposer", "Hand in")
RECEIPT = Text("Reçu", "Received")
RECEIPT_TEXT = Text(
    "Vos documents sont arrivés et attendent d’être pris en compte. Gardez cette page comme reçu : l’empreinte dit "
    "exactement ce que vous avez déposé.",
    "Your documents have come and wait to be taken in. Keep this page as a receipt: the digest says exactly what you "
    "handed in.",
)
DIGEST = Text("Empreinte (SHA-256)", "Digest (SHA-256)")
NAME = Text("Document", "Document")
CAME = Text("Arrivé le", "Came on")
NO_FILE = Text("Choisissez au moins un document.", "Choose at least one document.")
TOO_MANY = Text(
    "Dix documents et 50 Mo au plus par lien et par jour.",
    "Ten documents and 50 MB at most a link and day.",
)
OVER = Text("Ce lien n’est plus ouvert", "This link is no longer open")
OVER_TEXT = Text(
    "Il a servi, a expiré, ou plus rien n’est attendu. Demandez-en un autre à qui vous l’a envoyé.",
    "It was used, has ended, or nothing is awaited any more. Ask whoever sent it for another.",
)
BY_BENEFICIARY = Text("par lien de dépôt", "by a deposit link")


def report_of(name: Text) -> Text:
    """A report that is awaited."""
    return Text(f"le compte rendu {quoted(name.fr).fr}", f"the report {quoted(name.en).en}")


def signature_of(party: str) -> Text:
    """The agreement, signed by a party."""
    return Text(f"la convention signée par {party}", f"the agreement signed by {party}")
