"""A form that the rules refused: the sentence, what would make it pass, and the field that could mend it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from application.commands.answer import RefusalAnswer
from language import Text, text_of
from queries.forms.about import About
from queries.forms.building import form_about
from queries.forms.form import Form, every_field
from wording.refused_fields import field_of_refusal


async def refused_form(known: About, refusal: RefusalAnswer) -> Form:
    """The form with the rules' own sentence, at the field that the code concerns where the form has it."""
    form = await form_about(known)
    message = text_of(refusal.message)
    remedy = text_of(refusal.remedy)
    there = [one.name for one in every_field(form.fields) if not one.hidden]
    field = field_of_refusal(refusal.code, there)
    if field is not None:
        form = await form_about(known, {field: message})
    return replace(form, summary=message, remedy=remedy)


def mistakes_of_whole(form: Form, mistakes: Mapping[str, Text]) -> Form:
    """The form, with what is wrong at none of its fields said above it."""
    there = {one.name for one in every_field(form.fields) if one.error is not None}
    rest: Iterable[Text] = [text for name, text in mistakes.items() if not _lies_in(name, there)]
    first = next(iter(rest), None)
    return replace(form, summary=first) if first else form


def _lies_in(name: str, there: set[str]) -> bool:
    return any(name == one or name.startswith((f"{one}.", f"{one}[")) for one in there)
