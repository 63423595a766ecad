"""The values that may be chosen, in words: by the names of rulebooks and people, entries by what they say."""

from collections.abc import Sequence

from domain.files.file import KeptFile
from domain.kernel.values import Role
from domain.people.roles import roles_anywhere
from domain.rulebook import names_in
from language import Text, text_of
from queries import choices
from queries.forms.about import About
from queries.forms.choice import Choice
from queries.visit import Visit
from wording.form_choices import (
    NO_ROLE,
    entry_words,
    grant_words,
    letter_words,
    line_words,
    payment_words,
    review_words,
    version_of_account,
    version_of_dossier,
    version_words,
)
from wording.roles import ROLES


def worded(about: About, field: str, found: Sequence[choices.Choice]) -> Sequence[Choice]:
    """Each value with what it is called; people under the first role that they hold, in its order."""
    said = [Choice(str(one.value), _called(about, field, one), _group(about, one)) for one in found]
    if found and found[0].kind == "person":
        order = [*(Text(*ROLES[one]) for one in Role), NO_ROLE]
        return sorted(said, key=lambda one: (order.index(one.group or NO_ROLE), one.label.fr.casefold()))
    return said


def _group(about: About, one: choices.Choice) -> Text | None:
    if one.kind != "person":
        return None
    held = roles_anywhere(about.visit.people, str(one.value), about.visit.now)
    first = next((role for role in Role if role in held), None)
    return Text(*ROLES[first]) if first else NO_ROLE


def _called(about: About, field: str, one: choices.Choice) -> Text:
    value = str(one.value)
    match one.kind:
        case "entry":
            return _entry(about, int(value))
        case "grant":
            return _grant(about, value)
        case "review":
            return _review(about, value)
        case "funding":
            return _funding(about, value)
        case "programme":
            current = about.visit.service.rulebooks.current(about.visit.people, value)
            return text_of(current.name) if current else Text(value, value)
        case "rulebook":
            return _rulebook(about.visit, value)
        case "phase" if field == "phase":
            there = about.visit.rulebook(about.one("to"))
            return Text(*type(about.naming)(there).one("phase", value))
        case "line":
            return _line(about, value)
        case "number":
            return _number(about, field, int(value))
        case "message":
            return _letter(about, value)
        case "call":
            return Text(*type(about.naming)(about.rulebook).one("call", value))
    return about.called(one.kind, value)


def _entry(about: About, number: int) -> Text:
    return entry_of(about, about.cooperation, number) if about.cooperation else Text("–", "–")


def entry_of(about: About, file: KeptFile, number: int) -> Text:
    """What an entry is, about what, and when: never its number alone."""
    entry = file.entries[number]
    of = about.naming.of_file.get(entry.key or "")
    named = names_in(about.rulebook).get(entry.key or "") if about.rulebook else None
    name = Text(of, of) if of else text_of(named) if named else None
    return entry_words(entry.type, name, entry.at, about.naming.zone)


def _grant(about: About, key: str) -> Text:
    grant = about.visit.people.grants[key]
    region = about.called("region", grant.region) if grant.region else None
    return grant_words(about.called("person", grant.person), grant.role, region, grant.since)


def _review(about: About, key: str) -> Text:
    """A review by its question and its outcome, as cooperation or funding heard of it."""
    for file in (about.funding, about.cooperation):
        if file and key in file.reviews:
            seen = file.reviews[key]
            return review_words(about.called("question", seen.question), seen.outcome)
    return Text(key, key)


def _funding(about: About, key: str) -> Text:
    seen = about.cooperation.fundings.get(key) if about.cooperation else None
    return about.called("instrument", seen.instrument) if seen else Text(key, key)


def _rulebook(visit: Visit, key: str) -> Text:
    there = visit.rulebook(key)
    return version_words(there.name, there.version) if there else Text(key, key)


def _line(about: About, key: str) -> Text:
    panel = about.rulebook.panel(about.review.panel) if about.review and about.rulebook else None
    line = panel.grid.get(key) if panel else None
    return line_words(line.name, line.most, line.weight) if line else about.called("line", key)


def _number(about: About, field: str, number: int) -> Text:
    if field == "payment" and about.funding and (payment := about.funding.payments.get(number)):
        return payment_words(number, about.called("tranche", payment.tranche), payment.cents)
    return version_of_dossier(number) if field == "dossier" else version_of_account(number)


def _letter(about: About, message: str) -> Text:
    sent = about.subject.messages.get(message) if about.subject else None
    if sent is None:
        return Text("–", "–")
    return letter_words(about.called("occurrence", sent.occurrence), about.called("person", sent.recipient))
