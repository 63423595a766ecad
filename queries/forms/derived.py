"""Short names and keys that nobody is asked for: they are made of a title, and made unique.

What is made at the first sending stays: the same form sent again names the same thing.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

_DERIVED: Mapping[str, str] = {
    "OpenCooperation.cooperation": "name",
    "OpenReview.review": "",
    "RequestFunding.funding": "",
    "ProposeAmendment.amendment": "",
    "IssuePaymentFile.payment_file": "",
    "RecordCitizenContribution.contribution": "",
    "AddStakeholder.stakeholder": "name",
    "StartExperiment.experiment": "title",
    "co_funding[].source": "name",
    "parties[].party": "name",
    "conditions[].condition": "label",
    "clauses[].clause": "label",
}
"""By field: the field beside it that it is made of; empty where it is made of what the command is about."""

_FREE = frozenset({"beneficiary.kind", "plan[].expense"})
"""Keys that the rulebook lists where it lists any; else whoever fills the form in says what it is."""

_SLUG, _KEY = "-", "_"
_LONGEST = 60
_NO_LETTER = re.compile(r"[^a-z0-9]+")


def is_derived(command: str, name: str) -> bool:
    """Whether a field is made of another one."""
    return made_of(command, name) is not None


def is_free_key(name: str) -> bool:
    """Whether what is typed becomes a key where the rules know none to choose."""
    return name.removeprefix("request.") in _FREE


def made_of(command: str, name: str) -> str | None:
    """The field beside it that a field is made of; empty for what the command is about, None if it is asked for."""
    inner = name.removeprefix("request.")
    found = _DERIVED.get(f"{command}.{name}")
    return _DERIVED.get(inner) if found is None else found


def slug_of(text: str, longest: int = _LONGEST) -> str:
    """A short name for a title: ``Passage vert`` is ``passage-vert``; empty where no letter is left."""
    return _made(text, _SLUG, longest)


def key_of(text: str, longest: int = _LONGEST) -> str:
    """A key for a heading: ``Sans habitants`` is ``sans_habitants``; one begins with a letter."""
    made = _made(text, _KEY, longest)
    return made if not made or made[0].isalpha() else _made(f"n {made}", _KEY, longest)


def numbered(base: str, *, joined: str = _SLUG, longest: int = _LONGEST) -> Iterator[str]:
    """The name itself, then with a number: ``passage-vert``, ``passage-vert-2``, and so on."""
    yield base
    for number in range(2, 10_000):
        end = f"{joined}{number}"
        yield base[: longest - len(end)].rstrip(joined) + end


def _made(text: str, joined: str, longest: int) -> str:
    opened = text.casefold().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    plain = "".join(one for one in unicodedata.normalize("NFKD", opened) if not unicodedata.combining(one))
    return _NO_LETTER.sub(joined, plain).strip(joined)[:longest].strip(joined)
