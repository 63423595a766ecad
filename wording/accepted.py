"""What would be accepted in a place, where several complaints say so."""

from language import Text

WHOLE_NUMBER = Text("un nombre entier", "a whole number")
A_LIST = Text("une liste", "a list")
FIELDS_WITH_VALUES = Text("des champs avec leurs valeurs", "fields with their values")
