"""What the fixed values of commands, events, states and rulebooks are called: by what they are said of, then by code.

The one table of these words. The same code may agree with its noun (*accordé*, *accordée*), or mean something else of
other things (a payment that *failed*, a message that *failed*).
"""

from collections.abc import Mapping

from domain.kernel.text import Bilingual
from wording.codes_of_cooperations import OF_COOPERATIONS
from wording.codes_of_money import OF_MONEY
from wording.codes_of_reviews import OF_REVIEWS
from wording.codes_of_rulebooks import OF_RULEBOOKS
from wording.codes_of_service import OF_SERVICE

TABLES = (OF_COOPERATIONS, OF_REVIEWS, OF_MONEY, OF_SERVICE, OF_RULEBOOKS)
"""By subject; what is said of one thing stands in one of them."""

CODES: Mapping[str, Mapping[str, Bilingual]] = {of: words for table in TABLES for of, words in table.items()}
"""By what they are said of, then by code: French, English."""


def code_words(code: str, of: str) -> Bilingual | None:
    """What a value is called ``of`` something; None for one that has no words."""
    return CODES.get(of, {}).get(code)
