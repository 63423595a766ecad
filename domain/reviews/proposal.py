"""What a panel may be asked to grant: an amount, and conditions that come with it. Integer euro cents."""

from typing import Annotated

from pydantic import Field

from domain.kernel.model import Model
from domain.kernel.money import Cents
from domain.kernel.values import Day, Key, Label


class Condition(Model):
    """A dated obligation that comes with a decision."""

    condition: Key
    label: Label
    due: Day


class Proposal(Model):
    """What a panel is asked to grant: an amount, at most what is asked for, and the conditions that come with it."""

    amount_cents: Cents
    conditions: Annotated[tuple[Condition, ...], Field(max_length=50)] = ()
