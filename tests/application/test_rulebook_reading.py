"""A rulebook that somebody wrote: every mistake at its line and column, with what would be accepted there."""

from pathlib import Path

import pytest
import yaml

import programmes
from application.rulebooks.parsing import PlacedFinding, RulebookInvalid, check_rulebook, read_rulebook
from application.rulebooks.partial import MOST
from tests.domain.sound import REMOVED, Edits, sound

SHIPPED = sorted(Path(programmes.__file__).parent.rglob("*.yaml"))


def written(edits: Edits | None = None) -> str:
    """The sound rulebook as YAML, changed."""
    return yaml.safe_dump(sound(edits), sort_keys=False, allow_unicode=True, width=1000)


def found_in(text: str) -> tuple[PlacedFinding, ...]:
    """The mistakes for which a text is refused."""
    with pytest.raises(RulebookInvalid) as refused:
        read_rulebook(text.encode())
    return refused.value.findings


def one_in(text: str) -> PlacedFinding:
    """The one mistake of a text, in both languages."""
    (found,) = found_in(text)
    assert found.message.fr != found.message.en
    return found


def line_of(text: str, words: str) -> int:
    """The line, from 1, that holds these words, once."""
    (line,) = [number for number, line in enumerate(text.splitlines(), start=1) if words in line]
    return line


def test_a_sound_rulebook_is_read() -> None:
    """As it was written: the ratio of numbers and words is left as it is."""
    rulebook = read_rulebook(written().encode())
    assert (rulebook.id, rulebook.written()["version"]) == ("sound@1", 1)
    assert check_rulebook(written().encode()) == ()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_there_is_nothing_to_say_against_any_programme(path: Path) -> None:
    """Neither mistakes nor warnings, in those in force and in those that files still run under."""
    assert check_rulebook(path.read_bytes()) == ()


MEANT: list[tuple[str, str, object, str, str]] = [
    (
        "a rule",
        "phases.diagnosis.gate.0.needs.rule",
        "deliverabel",
        "one of deliverable, declared,",
        "deliverable",
    ),
    (
        "what an act does",
        "phases.diagnosis.course.0.does",
        "ask_for",
        "one of open-review, ask-for",
        "ask-for",
    ),
    (
        "after what an act is due",
        "phases.diagnosis.course.0.when.after",
        "phase_entry",
        "one of phase-entry, other-items,",
        "phase-entry",
    ),
    ("a field of an act", "phases.diagnosis.course.0.widthin", "P4M", "one of act, name,", "within"),
    ("a field of a moment", "phases.exploration.course.0.when.itme", "x", "one of after, item", "item"),
    ("a field", "deadlines.0.witihn", "P4M", "one of deadline, name,", "within"),
    ("a field of a rule", "phases.diagnosis.gate.3.needs.trem", "P1Y", "one of rule, term,", "term"),
    (
        "a field of a part by key",
        "contacts.elected-representative.ofice",
        "x",
        "one of name, office",
        "office",
    ),
    ("a role", "ladders.answer.0.to", "bord", "one of managers,", "board"),
    ("a phase", "deadlines.0.phases.0", "diagnostic", "one of exploration,", "diagnosis"),
    (
        "a phase as a key",
        "phases.capitalization",
        {"name": {"fr": "a", "en": "b"}},
        "one of exploration,",
        "capitalisation",
    ),
    ("a phase or the end", "phases.exploration.gate.4.needs.reached", "complete", "completed", "completed"),
    ("a word for true", "calls.outreach", "yes", "write true or false", "true"),
    ("a word for false", "calls.outreach", "no", "write true or false", "false"),
    (
        "a key",
        "occasions.Work-Session",
        {"fr": "a", "en": "b"},
        "a key of lower-case letters",
        "work_session",
    ),
    ("a short name", "programme", "Été 2020", "a short name of lower-case letters", "ete-2020"),
    ("a ladder", "deadlines.0.ladder", "wrok", "one of work, answer", "work"),
    ("an item", "deadlines.0.until", "plann", "one of plan,", "plan"),
    ("a body", "instruments.0.circuit.0.by.0", "comission", "one of administrator,", "commission"),
]


@pytest.mark.parametrize(
    ("rule", "place", "given", "expected", "meant"), MEANT, ids=[case[0] for case in MEANT]
)
def test_a_word_that_is_not_known_is_told_with_those_that_are(
    rule: str, place: str, given: object, expected: str, meant: str
) -> None:
    """And with the one that was probably meant."""
    found = one_in(written({place: given}))
    assert found.expected is not None
    assert expected in found.expected.en
    assert found.suggestion == meant


WANTED: list[tuple[str, str, object, str]] = [
    ("a duration", "deadlines.0.within", "one year", "an ISO 8601 duration: P6M, P14D"),
    ("a duration beyond the calendar", "deadlines.0.within", "P9999Y", "at most a hundred years: P100Y"),
    ("a duration of too many hours", "deadlines.0.within", "PT900000H", "at most a hundred years: P100Y"),
    ("a day", "period.since", "2024-13-01", "a day that exists: 2026-11-22"),
    ("a day of the year", "deadlines.5.day", "31-12", "a day of the year, month first: 11-01"),
    ("a time zone", "calendar", {"zone": "Mars/Olympus"}, "a time zone: Europe/Paris, Indian/Reunion"),
    ("a number", "version", "one", "a whole number"),
    ("a number that is high enough", "version", 0, "at least 1"),
    ("a percentage", "instruments.0.cap.ordinary", "half", "a percentage from 0 to 100: 50 or 12.5"),
    ("a percentage that is low enough", "instruments.0.cap.raised", 101, "at most 100"),
    ("a text", "source", 2020, "a text; in quotes if it is a number or true"),
    ("a list", "panels", {}, "a list"),
    ("fields", "publication", [], "fields with their values"),
    ("a list that is not empty", "phases.exploration.gate.2.needs.of", [], "at least 1 in the list"),
    ("a day of an act", "phases.diagnosis.course.0.when", {"after": "date", "date": "soon"}, "a day that"),
    ("a moment with its fields", "instruments.0.course.0.when", "request", "{after: request}"),
    ("a rule with its fields", "phases.diagnosis.gate.0.needs", "deliverable", "{rule: deliverable}"),
]


@pytest.mark.parametrize(("rule", "place", "given", "expected"), WANTED, ids=[case[0] for case in WANTED])
def test_a_value_of_another_kind_is_told_with_what_is_wanted(
    rule: str, place: str, given: object, expected: str
) -> None:
    """In both languages."""
    found = one_in(written({place: given}))
    assert found.expected is not None
    assert expected in found.expected.en
    assert found.expected.fr != found.expected.en or rule.endswith(" with its fields")


MISSING: list[tuple[str, str, str]] = [
    ("source", "source is missing", "a text; in quotes if it is a number or true"),
    ("deadlines.0.within", "within is missing", "a text; in quotes if it is a number or true"),
    ("deadlines.0.after", "after is missing", "one of phase-entry,"),
    ("phases.exploration.gate.6.needs.review", "review is missing", "a text"),
    ("phases.diagnosis.gate.0.needs.rule", "rule is missing", "one of charter,"),
    ("phases.diagnosis.course.0.does", "does is missing", "one of advance, ask-for"),
    ("phases.exploration.course.0.when.after", "after is missing", "one of application,"),
    ("phases.exploration.course.0.when.item", "item is missing", "a text"),
    ("phases.diagnosis.course.1.delay", "delay is missing", "a text"),
    ("calls.funnel", "funnel is missing", "a list"),
    ("deadlines.0.name", "name is missing", "fields with their values"),
]


@pytest.mark.parametrize(("place", "message", "expected"), MISSING, ids=[case[0] for case in MISSING])
def test_what_is_missing_is_named_where_it_should_be(place: str, message: str, expected: str) -> None:
    """With what it would be."""
    found = one_in(written({place: REMOVED}))
    assert found.message.en == message
    assert found.expected is not None
    assert expected in found.expected.en


def test_what_two_fields_say_against_each_other_is_told_in_both_languages() -> None:
    """Fields that pydantic judges together, too."""
    found = one_in(written({"deadlines.0.after": "date"}))
    assert (found.message.fr, found.message.en) == ("after: date demande date", "after: date needs date")


def test_a_mistake_lies_at_its_line_and_column() -> None:
    """A value at the value, a key at the key, what is missing where it should be."""
    text = written({"deadlines.0.within": "soon", "deadlines.1.colour": "red", "deadlines.2.name": REMOVED})
    places = [(one.line, one.column) for one in found_in(text)]
    assert places == [
        (line_of(text, "within: soon"), 11),
        (line_of(text, "colour: red"), 3),
        (line_of(text, "deadline: session"), 3),
    ]


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    """What is of the wrong kind, and what points at nothing in the parts that could be read."""
    text = written(
        {
            "phases.exploration.gate.0.needs.at_least": "five",
            "ladders.work.0.offset": "early",
            "deadlines.0.ladder": "nowhere",
            "deadlines.3.within": "later",
            "deadlines.4.item": "unheard_of",
            "instruments.0.most_cents": 1,
        }
    )
    assert [one.message.en for one in found_in(text)] == [
        "value refused: five",
        "value refused: early",
        "no ladder: nowhere",
        "value refused: later",
        "no gate item: unheard_of",
        "most_cents is below least_cents",
    ]


def test_nothing_is_told_that_another_mistake_explains() -> None:
    """The deadline that waits for an item is right: the item is wrong, and told of once."""
    found = one_in(written({"phases.diagnosis.gate.0.needs.rule": "deliverabel"}))
    assert found.suggestion == "deliverable"
    tranche = one_in(written({"instruments.0.tranches.0.share": "most"}))
    assert tranche.message.en == "value refused: most"
    ladder = one_in(written({"ladders.answer": {"rung": "all"}}))
    assert ladder.expected is not None
    assert ladder.expected.en == "a list"


def test_a_comma_that_cuts_a_text_is_told_as_such() -> None:
    """Between braces a comma ends the value: what follows looks like a field."""
    text = written().replace(
        "source: Made for the tests.", "source: x\nfollows: {fr: Cadre, première année, en: Frame}"
    )
    found = one_in(text)
    assert found.message.en == "première année: the comma cuts the text, put it in quotes"


def test_words_stay_words() -> None:
    """``no``, ``on`` and a date are text where a text is wanted."""
    text = written({"name": {"fr": "no", "en": "on"}, "source": "2024-01-01"}).replace("'", "")
    rulebook = read_rulebook(text.encode())
    assert (rulebook.name.fr, rulebook.name.en, rulebook.source) == ("no", "on", "2024-01-01")


@pytest.mark.parametrize("share", ["12.5", "'12.5'"])
def test_a_percentage_is_exact_with_or_without_quotes(share: str) -> None:
    """It never becomes a floating-point number."""
    text = written({"instruments.0.cap.ordinary": "SHARE"}).replace("SHARE", share)
    cap = read_rulebook(text.encode()).instruments[0].cap
    assert cap is not None
    assert str(cap.ordinary) == "12.5"


def test_of_very_many_mistakes_the_first_are_told() -> None:
    """And that there are others."""
    text = written({"figures": {f"k{number}": number for number in range(MOST + 1)}})
    found = found_in(text)
    assert len(found) == MOST + 1
    assert found[-1].message.en == "and others still"


def test_a_value_is_shown_short_and_printable() -> None:
    """No escape sequence of a file reaches the terminal."""
    found = one_in(written().replace("programme: sound", 'programme: "\\e[31m' + "x" * 1000 + '"'))
    assert found.message.en.isprintable()
    assert len(found.message.en) < 100


def test_warnings_come_once_there_are_no_mistakes() -> None:
    """They do not keep a rulebook from being read."""
    strange: Edits = {"deadlines.1.within": "P3M"}
    (found,) = check_rulebook(written(strange).encode())
    text = written(strange)
    assert (found.kind, found.line) == ("warning", line_of(text, "deadline: both") + 5)
    assert read_rulebook(text.encode()).programme == "sound"
    wrong = check_rulebook(written({**strange, "deadlines.0.ladder": "nowhere"}).encode())
    assert [one.kind for one in wrong] == ["mistake"]
