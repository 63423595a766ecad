"""What an act would do to money, said before it is recorded."""

from language import Text

ENVELOPES = Text("Ce que deviennent les enveloppes", "What becomes of the envelopes")
ENVELOPE = Text("Enveloppe", "Envelope")
FREE_NOW = Text("Disponible", "Free now")
FREE_AFTER = Text("Disponible après", "Free after")
SUMS = Text("Les sommes", "The sums")
GRANTED = Text("Accordé", "Granted")
PAID = Text("Versé", "Paid")
RELEASED = Text("Rendu à l’enveloppe", "Given back to the envelope")
RELEASED_NOW = Text("Rendu maintenant à l’enveloppe", "Given back to the envelope now")
RECLAIMED_BEFORE = Text("Déjà réclamé", "Reclaimed before")
RECLAIMED_NOW = Text("Réclamé maintenant", "Reclaimed now")
KEPT = Text("Ce que garde le bénéficiaire", "What the beneficiary keeps")
REFUNDED = Text("Remboursé", "Refunded")
CHANGES = Text("Avant et après l’avenant", "Before and after the amendment")
NOT_ENOUGH = Text("Il n’y a pas assez dans cette enveloppe.", "There is not enough in this envelope.")
