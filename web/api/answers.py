"""What the API answers, as models that OpenAPI describes: the objects that ``queries`` makes, as programs read them.

They are made of the models of the lists themselves. Nothing is read or written through those here: they describe, and
tests hold every answer to them.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from application.commands.answer import Answer
from domain.kernel.text import Sentence
from domain.tasks.task import Task
from projections.agenda import AgendaLine
from projections.envelopes import EnvelopeLine
from projections.fundings import FundingLine
from projections.portfolio import PortfolioLine
from projections.reviews import ReviewLine
from projections.timeline import TimelineEntry
from queries.payments import PaymentLine
from queries.people import HeldRole

Names = Sentence
STRICT = ConfigDict(extra="forbid")


class Whole(BaseModel):
    """What every answer says first."""

    model_config = STRICT
    organisation: str
    simulation: str | None = Field(..., description="What its clock shows, in a simulation.")
    as_of: str | None = None
    known_on: str | None = None


class _List(Whole):
    """What every list says."""

    next: str | None = Field(..., description="The cursor of the next part; null at the end.")
    total: int | None = Field(None, description="Rows in all parts, where `count` asks for them.")


class _Rows(_List):
    """A list that read models keep."""

    behind: int = Field(..., description="How many entries of the ledger it still lacks.")


class Cooperations(_Rows):
    """The portfolio."""

    rows: list[PortfolioLine]


class Reviews(_Rows):
    """Reviews by panels."""

    rows: list[ReviewLine]


class Fundings(_Rows):
    """Fundings."""

    rows: list[FundingLine]


class Envelopes(_Rows):
    """Envelopes."""

    rows: list[EnvelopeLine]


class Tasks(_Rows):
    """What waits."""

    rows: list[Task]


class Agenda(_Rows):
    """Open deadlines."""

    rows: list[AgendaLine]


class Payments(_List):
    """Payments of fundings."""

    payments: list[PaymentLine]


class Person(BaseModel):
    """Somebody who is registered; address and what it tells for administrators only."""

    model_config = STRICT
    person: str
    name: str | None = Field(..., description="null where it was erased.")
    roles: list[HeldRole]
    address: str | None = None
    address_works: bool | None = None
    same_person_as: str | None = None


class People(_List):
    """Who is known."""

    people: list[Person]


class Rulebook(BaseModel):
    """A version of a programme."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    programme: str
    version: int
    rulebook: str
    name: Names
    digest: str
    origin: str = Field(..., alias="from")
    in_force: bool
    open_files: int


class Rulebooks(_List):
    """Every version of every programme."""

    rulebooks: list[Rulebook]


class Timeline(_List):
    """Entries of a history, the last first."""

    behind: int
    entries: list[TimelineEntry]


class Offer(BaseModel):
    """A command that concerns a file, and how it stands with whoever asks."""

    model_config = STRICT
    command: str
    fields: Mapping[str, Any]
    state: str = Field(..., description="`possible`, `lacking` or `not-yours`.")
    why: Names | None
    remedy: Names | None


class Offers(Whole):
    """What may be done, and what not, and why."""

    offers: list[Offer]


class ProblemPlace(BaseModel):
    """One mistake: a JSON pointer into what was sent, or the name of a parameter; what is wanted there."""

    model_config = STRICT
    pointer: str
    message: str


class ProblemDetails(BaseModel):
    """Why a request was not done (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    remedy: str
    code: str
    problems: list[ProblemPlace]
    command_id: str | None = None

    @classmethod
    def reference(cls) -> dict[str, str]:
        """Where the description has it."""
        return {"$ref": f"#/components/schemas/{cls.__name__}"}


class Recorded(Answer):
    """What became of a command."""


class Document(BaseModel):
    """A document of a file, as it was handed in first."""

    model_config = STRICT
    digest: str = Field(..., description="As commands name it: `sha256:` and the digits.")
    file: str
    name: str
    media_type: str
    size: int = Field(..., description="Bytes.")


class BatchItem(BaseModel):
    """The answer to one command of a batch: as it would have been alone, with its status."""

    model_config = STRICT
    status: int
    answer: Answer | None = None
    problem: ProblemDetails | None = None


class Batch(BaseModel):
    """An answer for each command of a batch, in their order."""

    model_config = STRICT
    answers: list[BatchItem]
