"""What is said of a life that is to be rehearsed."""

from language import Text

NO_SUCH_DAY = Text(
    "Ce jour n’en est pas un, ou trop lointain\u00a0: 2027-03-01 par exemple.",
    "This is no day, or too far away: 2027-03-01 for example.",
)
