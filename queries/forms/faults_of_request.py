"""Several mistakes of one funding request, each at its field: the rules alone would tell the first of them only."""

from collections.abc import Mapping

from domain.fundings.commands.requests import RequestFunding, ResubmitFunding, ReviseFunding
from domain.fundings.decide.requesting import evident_faults
from domain.registry.commands import AnyCommand
from language import Text
from queries.forms.about import About
from queries.forms.shape import leaves, shapes_of
from wording.refusals import explain
from wording.refused_fields import field_of_refusal


def faults_of_request(known: About, command: AnyCommand) -> Mapping[str, Text]:
    """Of a command that asks for money; empty for a single fault, which the rules tell with its remedy."""
    if not isinstance(command, RequestFunding | ReviseFunding | ResubmitFunding):
        return {}
    faults = evident_faults(command.request)
    names = [one.name for one in leaves(shapes_of(known.command))]
    told = {
        field_of_refusal(one.code, names) or "": Text(*explain(one, known.naming).message) for one in faults
    }
    return told if len(told) > 1 else {}
