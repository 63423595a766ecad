"""One's calendars for other programs."""

from language import Text

TITLE = Text("Vos agendas", "Your calendars")
EXPLAINED = Text(
    "Votre téléphone ou votre messagerie montrent vos échéances et les suivent : déplacées, tenues, closes. "
    "Qui a l’adresse lit ce que vous pouvez lire : gardez-la pour vous, renouvelez-la si elle a circulé.",
    "Your phone or your mail program show your deadlines and follow them: moved, met, closed. Whoever has the "
    "address reads what you may read: keep it to yourself, and renew it if it went round.",
)
ADDRESS = Text("Adresse à donner à votre agenda", "Address to give to your calendar")
TO_RENEW = Text(
    "L’adresse ne peut plus être montrée : renouvelez-la.", "The address cannot be shown any more: renew it."
)
OPEN = Text("Ouvrir dans mon agenda", "Open in my calendar")
RENEW = Text("Renouveler l’adresse", "Renew the address")
END = Text("Supprimer l’adresse", "Remove the address")
WHICH = Text("Échéances à suivre", "Deadlines to follow")
REGIONS = Text("D’une région", "Of a region")
PROGRAMMES = Text("D’un programme", "Of a programme")
MAKE = Text("Créer l’adresse", "Make the address")
