"""The headings of documents, by the subject that they tell of."""

from domain.rulebook import Subject
from language import Text
from wording.codes import CODES


def title(subject: Subject) -> Text:
    """A heading: what the subject is called, with a capital."""
    french, english = CODES["subject"][subject]
    return Text(french[:1].upper() + french[1:], english[:1].upper() + english[1:])
