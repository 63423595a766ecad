"""What would follow from a command, said before it is recorded."""

from domain.rulebook import Names
from language import Text

_HELD = {
    "met": Text("rempli", "met"),
    "waived": Text("dispensé", "waived"),
    "missing": Text("manque", "missing"),
}


def gate_words(item: Names, held: str) -> Text:
    """An item of the gate, and how it holds."""
    return Text(f"{item.fr} : {_HELD[held].fr}.", f"{item.en}: {_HELD[held].en}.")


def account_words(account: Text, version: int, checked_by: Text) -> Text:
    """The bank details that are paid to, and who checked them."""
    return Text(
        f"Coordonnées bancaires de {account.fr}, version {version}, vérifiées par {checked_by.fr}.",
        f"Bank details of {account.en}, version {version}, checked by {checked_by.en}.",
    )


def reading_words(before: int, after: int) -> Text:
    """How many files somebody reads without a role, and with it: in full or by their public sheet."""
    return Text(
        f"Dossiers que cette personne lira, en entier ou par leur fiche publique : {after} (sans ce rôle : {before}).",
        f"Files that this person will read, in full or by their public sheet: {after} (without this role: {before}).",
    )


def also_words(event: Text, count: int) -> Text:
    """What is recorded besides, in other files."""
    many = f" ({count})" if count > 1 else ""
    return Text(f"Noté aussi ailleurs : {event.fr}{many}.", f"Noted elsewhere too: {event.en}{many}.")
