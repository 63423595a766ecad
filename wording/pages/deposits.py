"""What pages say of documents that people outside hand in by a link."""

from language import Text
from wording.punctuation import quoted

TITLE = Text("Dépôts", "Deposits")
ABOUT = Text(
    "Faites déposer un document par qui doit le fournir : Escale lui envoie un lien, qui ne permet que cela et ne "
    "montre rien du dossier. Rien n’est enregistré tant que vous ne l’avez pas pris en compte.",
    "Let whoever has to provide a document hand it in: Escale sends them a link, which allows that alone and shows "
    "nothing of the file. Nothing is recorded until you take it in.",
)
NOTHING_WANTED = Text(
    "Rien n’est attendu ici en ce moment qui puisse être déposé, ou ce n’est pas à vous de l’enregistrer.",
    "Nothing is awaited here at present that can be handed in, or it is not yours to record.",
)
WANTED = Text("Ce qui peut être déposé", "What may be handed in")
ASK = Text("Demander le document", "Ask for the document")
TO = Text("À qui envoyer le lien", "Whom to send the link to")
OTHER = Text("quelqu’un d’autre, à l’adresse ci-dessous", "somebody else, at the address below")
BY_HAND = Text(
    "personne : montrez-moi le lien, je le transmets moi-même",
    "nobody: show me the link, I pass it on myself",
)
NAME_OF_OTHER = Text("Nom, si c’est quelqu’un d’autre", "Name, if it is somebody else")
ADDRESS = Text("Adresse électronique", "E-mail address")
ADDRESS_HINT = Text(
    "Elle ne sert qu’à ce courrier, et s’efface une fois qu’il est parti.",
    "It serves for this letter alone, and is erased once that was sent.",
)
NO_ADDRESS = Text(
    "Dites à qui envoyer le lien : il y faut un nom et une adresse électronique entière, comme nom@exemple.fr.",
    "Say whom to send the link to: it takes a name and a whole e-mail address, as name@example.org.",
)
LETTER = Text("Courrier", "Letter")
NOT_BROUGHT = Text(
    "Ce courrier n’est pas arrivé, ou on ne le sait pas. Demandez le document à nouveau : ce lien-ci se ferme alors.",
    "This letter did not arrive, or that is not known. Ask for the document again: this link is closed then.",
)
MADE = Text(
    "Copiez ce lien maintenant et transmettez-le : il ne sera plus montré. Il vaut soixante jours.",
    "Copy this link now and pass it on: it is not shown again. It is good for sixty days.",
)
LINKS = Text("Liens et ce qui est arrivé", "Links, and what came")
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


def not_arrived(name: Text) -> Text:
    """That a letter did not arrive which asks for something."""
    return Text(
        f"le courrier qui demande {name.fr} n’est pas arrivé",
        f"the letter that asks for {name.en} did not arrive",
    )


def report_of(name: Text) -> Text:
    """A report that is awaited."""
    return Text(f"le compte rendu {quoted(name.fr).fr}", f"the report {quoted(name.en).en}")


def signature_of(party: str) -> Text:
    """The agreement, signed by a party."""
    return Text(f"la convention signée par {party}", f"the agreement signed by {party}")
