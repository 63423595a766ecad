"""What reads well: no id, no key, no code, no pattern, no word of the other language."""

import re
from collections.abc import Collection

from domain.registry.commands import COMMAND_TYPES
from wording.codes import TABLES
from wording.codes_of_rulebooks import OF_RULEBOOKS
from wording.refusals import Explained

_RAW = {
    "an id of a person": re.compile(r"\bp-[0-9a-f]{4,}"),
    "a key": re.compile(r"\b[a-zà-ÿ0-9]+_[a-z0-9_]+\b"),
    "a placeholder": re.compile(r"[{}]"),
    "a pattern": re.compile(r"\[[a-z0-9]-|\\d|\^\[|\)\$"),
    "JSON": re.compile(r'": |\["'),
    "an instant for machines": re.compile(r"\dT\d\d:"),
    "nothing where something should be": re.compile(r": \.|\(\)"),
}
_RECORDED = {
    "a day as it is recorded": re.compile(r"\b\d{4}-\d{2}-\d{2}\b"),
    "the id of a rulebook": re.compile(r"\b[a-z][a-z0-9-]*@\d+\b"),
}
_ENGLISH = {
    code: words
    for table in TABLES
    if table is not OF_RULEBOOKS  # rulebooks are told in words of their own: test_difference
    for of in table.values()
    for code, words in of.items()
    if code.casefold() not in {part for fr, _ in of.values() for part in re.split(r"[ ’]", fr.casefold())}
}
"""Codes that are no French words."""
_NAMED = re.compile(r"\w+ \((?:nom|name)\)")
"""What the rulebooks of the tests call their parts."""
_SHARED = frozenset(
    {"en", "fr", "date", "public", "simulation", "exploration", "capitalisation", "phase", "amendment"}
)
_FRENCH_ONLY = re.compile(
    r"[«»’]\s?[a-z]*[éèàêç]|(?<![-\w])(?:le|la|les|une|des|est|avec|sans|personne)(?![-\w])"
)


def nothing_raw(text: str) -> None:
    """Fails on ids of people, keys, placeholders, patterns, JSON and instants for machines."""
    bare = _NAMED.sub("Nom", text)
    for what, pattern in _RAW.items():
        assert not pattern.search(bare), f"{what} in: {text}"


def nothing_as_recorded(text: str) -> None:
    """Fails on days and versions of programmes that are not said in words."""
    for what, pattern in _RECORDED.items():
        assert not pattern.search(text), f"{what} in: {text}"


def no_english_code(french: str, own: re.Pattern[str] = re.compile(r"(?!)")) -> None:
    """Fails on codes in a French text. ``own``: what people named themselves, in any language."""
    plain = re.sub("|".join(COMMAND_TYPES), "", re.sub(r"«[^»]*»", "", _NAMED.sub("Nom", french)))
    found = (
        set(re.findall(r"(?<!\w)[a-z]+(?:-[a-z]+)*(?!\w)", own.sub("", plain))) & _ENGLISH.keys() - _SHARED
    )
    assert not found, f"{found} in: {french}"


def reads_well(words: Explained, wrote: Collection[str] = ()) -> None:
    """Fails on what people should not read. ``wrote``: what they named themselves, in any language."""
    own = re.compile("|".join(re.escape(one.replace("_", " ")) for one in wrote if one) or r"(?!)")
    for text in (words.message[0], words.message[1], words.remedy[0], words.remedy[1]):
        assert text.strip()
        nothing_raw(text)
        nothing_as_recorded(text)
    for text in (words.message[0], words.remedy[0]):
        no_english_code(text, own)
    for text in (words.message[1], words.remedy[1]):
        assert not _FRENCH_ONLY.search(re.sub(r"“[^”]*”", "", text)), f"French in: {text}"
    assert words.message[0] != words.message[1]
