"""What may be done about a file, and why not."""

from collections.abc import Mapping
from typing import Literal

from language import Text
from wording import headings

TITLE = Text("Autres actes", "Other acts")
POSSIBLE = Text("Ce que vous pouvez faire", "What you can do")
NOT_NOW = Text("Ce qui ne se peut pas, et pourquoi", "What cannot be done, and why")
NOTHING_POSSIBLE = Text("Rien pour vous en ce moment.", "Nothing for you at present.")
FAMILIES: Mapping[
    Literal["life", "call", "gate", "collective", "notebook", "reviews", "money", "service"], Text
] = {
    "life": Text("La vie du dossier", "The life of the file"),
    "call": Text("La candidature", "The application"),
    "gate": Text("Le passage", "The gate"),
    "collective": headings.THE_COLLECTIVE,
    "notebook": Text("Le carnet", "The notebook"),
    "reviews": Text("Les avis", "Reviews"),
    "money": Text("L’argent", "Money"),
    "service": Text("Le service", "The service"),
}
"""What the families of acts are called, in the order in which they stand."""
