"""What is wrong with one field of a form that is still being filled in: by the rules and in the words of sending it."""

from collections.abc import Mapping

from domain.bank.commands import ProposeBankDetails
from domain.bank.decide import wrong_account
from language import Text
from queries.forms.about import About
from queries.forms.task_list import mistakes_so_far
from wording.refusals import explain


async def judged(known: About, command_id: str, field: str) -> Mapping[str, Text]:
    """What is wrong, by the name of the field; nothing as long as nothing is written in it. Raises Failure."""
    if not known.one(field):
        return {}
    found = {**_of_account(known), **await mistakes_so_far(known, command_id)}
    return {name: text for name, text in found.items() if name == field}


def _of_account(known: About) -> Mapping[str, Text]:
    """The rules see an account only once all of its bank details are there."""
    refusal = wrong_account(known.one("account")) if known.command is ProposeBankDetails else None
    return {"account": Text(*explain(refusal, known.naming).message)} if refusal else {}
