"""The votes of a conclusion in words."""

from language import Text
from wording.quantities import count_words


def votes_words(favourable: int, unfavourable: int, abstentions: int) -> Text:
    """How many for, against, abstaining: *3 pour, 1 contre, 0 abstention*."""
    besides = count_words(abstentions, ("abstention", "abstention"), ("abstentions", "abstentions"))
    return Text(
        f"{favourable} pour, {unfavourable} contre, {besides.fr}",
        f"{favourable} for, {unfavourable} against, {besides.en}",
    )
