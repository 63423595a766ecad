"""The workbook of a kind, to be filled in: its lists as the organisation has them now."""

from collections.abc import Mapping

from exports.import_template import TemplateColumn, template_as_xlsx
from language import Text, say
from queries.importing.lists import shown_lists
from queries.importing.shape import Column, Kind
from queries.visit import Visit
from wording.importing.columns import DAY, EXAMPLES, HEADINGS, HINTS, KINDS
from wording.pages.importing import GUIDE


def template_of(visit: Visit, kind: Kind) -> bytes:
    """With headings in the language that is spoken."""
    formats: Mapping[str, str] = {
        "day": say(DAY),
        "moment": say(DAY),
        "euros": "#,##0.00",
        "whole": "0",
    }
    nothing = Text("", "")

    def column(one: Column) -> TemplateColumn:
        return TemplateColumn(
            heading=say(HEADINGS[one.field]),
            example=say(EXAMPLES[one.field]),
            hint=say(HINTS.get(one.field, nothing)),
            required=one.required,
            of=one.choices if one.kind == "choice" else "",
            format=formats.get(one.kind, "@"),
            width=one.width,
        )

    wanted = {one.choices: one.field for one in kind.columns if one.choices}
    lists = {
        name: (say(HEADINGS[wanted[name]]), [say(one) for one in values])
        for name, values in shown_lists(visit).items()
        if name in wanted
    }
    guide = [say(one) for one in GUIDE]
    return template_as_xlsx(say(KINDS[kind.key]), [column(one) for one in kind.columns], lists, guide)
