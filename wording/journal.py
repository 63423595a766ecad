"""The journal of a file: its sheets and their columns."""

from collections.abc import Mapping

from language import Text

ENTRIES = Text("Journal", "Journal")
REFUSED = Text("Refusé", "Refused")
FILE = Text("Dossier", "File")

COLUMNS: Mapping[str, Text] = {
    "position": Text("Position", "Position"),
    "of": Text("De", "Of"),
    "entry": Text("Entrée", "Entry"),
    "recorded": Text("Enregistré le", "Recorded on"),
    "effective": Text("Arrivé le", "Happened on"),
    "who": Text("Qui", "Who"),
    "who_id": Text("Qui (identifiant)", "Who (id)"),
    "roles": Text("Rôle tenu alors", "Role held then"),
    "what": Text("Quoi", "What"),
    "details": Text("Détails", "Details"),
    "before": Text("Avant", "Before"),
    "after": Text("Après", "After"),
    "cents_before": Text("Montant avant", "Amount before"),
    "cents_after": Text("Montant après", "Amount after"),
    "reason": Text("Motif", "Reason"),
    "standing": Text("Correction", "Correction"),
    "rules": Text("Règlement", "Rulebook"),
    "digest": Text("Empreinte du règlement", "Digest of the rulebook"),
    "command_id": Text("Commande", "Command"),
}
COLUMNS_OF_REFUSED: Mapping[str, Text] = {
    "number": Text("Numéro", "Number"),
    "recorded": COLUMNS["recorded"],
    "who": COLUMNS["who"],
    "who_id": COLUMNS["who_id"],
    "what": COLUMNS["what"],
    "why": Text("Pourquoi", "Why"),
    "remedy": Text("Que faire", "What to do"),
    "code": Text("Code", "Code"),
    "command_id": COLUMNS["command_id"],
}


def file_name(key: str) -> str:
    """What the workbook of a file is called."""
    return f"journal-{key}.xlsx".replace(":", "-")
