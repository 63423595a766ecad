"""What stands now, for forms that change it: shown first, and not sent again where it stays."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from domain.cooperations.commands.file import ChangeStakeholder, EditSheet
from domain.fundings.commands.requests import ResubmitFunding, ReviseFunding
from domain.organisation.commands import ChangePerson
from queries.forms.about import About, Texts
from queries.forms.names import row
from queries.forms.shape import Shape, shapes_of
from queries.forms.widget import BY_KEY, Widget

_CHANGING = (EditSheet, ChangeStakeholder, ChangePerson)
"""Commands of which only what changes is sent."""


def as_it_stands(known: About) -> Texts:
    """The texts of a form that changes something, before anybody has written in it."""
    present = _present(known)
    return {
        name: given
        for shape in shapes_of(known.command)
        for name, given in _written(shape, shape.name, present.get(shape.own_name))
    }


def without_what_stays(known: About, values: dict[str, Any]) -> dict[str, Any]:
    """What was read, without the fields that say what stands already."""
    if known.command not in _CHANGING:
        return dict(values)
    present = _present(known)
    return {name: value for name, value in values.items() if name not in present or present[name] != value}


def _present(known: About) -> Mapping[str, Any]:
    """What stands, as the fields of the command have it in JSON."""
    file = known.cooperation
    if known.command is EditSheet and file:
        return {
            "name": file.name,
            "territory": file.territory.model_dump(mode="json", exclude_defaults=True),
            "object": file.object,
            "cooperation_type": file.cooperation_type.value,
            "economic_model": file.economic_model.value,
        }
    if (
        known.command is ChangeStakeholder
        and file
        and (one := file.stakeholders.get(known.one("stakeholder")))
    ):
        term = one.term.model_dump(mode="json", exclude_defaults=True)
        return {"role": one.role, "carries_the_money": one.carries_the_money} | (
            {"term": term} if term else {}
        )
    if known.command is ChangePerson and (person := known.visit.people.people.get(known.one("person"))):
        return {"language": person.language.value}
    if known.command in (ReviseFunding, ResubmitFunding) and known.funding:
        return {"request": known.funding.request.model_dump(mode="json", exclude_defaults=True)}
    return {}


def _written(shape: Shape, name: str, value: Any) -> Iterator[tuple[str, Sequence[str]]]:
    """A value as a form holds it, by the names of its fields."""
    if value is None:
        return
    match shape.widget:
        case Widget.GROUP:
            for part in shape.parts:
                yield from _written(part, f"{name}.{part.own_name}", value.get(part.own_name))
        case Widget.ROWS:
            for number, each in enumerate(value):
                for part in shape.parts:
                    yield from _written(part, f"{row(name, number)}.{part.own_name}", each.get(part.own_name))
        case one if one in BY_KEY:
            for key, each in value.items():
                yield f"{name}.{key}", [_euros(each) if one is Widget.AMOUNTS else str(each)]
        case Widget.LINES:
            yield name, ["\n".join(value)]
        case Widget.SEVERAL | Widget.FILES:
            yield name, [str(one) for one in value]
        case Widget.EUROS:
            yield name, [_euros(value)]
        case Widget.YES_NO:
            yield name, ["yes" if value else "no"]
        case _:
            yield name, [str(value)]


def _euros(cents: int) -> str:
    """An amount as people type it."""
    whole, rest = divmod(cents, 100)
    return f"{whole},{rest:02}" if rest else str(whole)
