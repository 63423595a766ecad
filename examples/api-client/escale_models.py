"""Made by `make api-client` from the description of the API."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel


class CooperationType(StrEnum):
    modelled = "modelled"
    non_modelled = "non-modelled"
    systemic = "systemic"


class EconomicModel(StrEnum):
    market = "market"
    non_market = "non-market"
    hybrid = "hybrid"


class Origin(StrEnum):
    residents_call = "residents-call"
    authority_asks = "authority-asks"
    collective_asks = "collective-asks"
    existing_cooperation = "existing-cooperation"
    foundation_initiative = "foundation-initiative"
    programme_relay = "programme-relay"


class ProblemPlace(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    pointer: str
    message: str


class Outcome(StrEnum):
    recorded = "recorded"
    refused = "refused"
    invalid = "invalid"


class Sentence(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    fr: str
    en: str


class EffectiveAt(RootModel[str]):
    root: Annotated[str, Field(description="When it happened; now, if missing.", max_length=40)] = None


class Seen(RootModel[int]):
    root: Annotated[
        int,
        Field(
            description="The last entry of the file that whoever gives it has seen: what others decided there since is told first.",
            ge=1,
            le=1000000,
        ),
    ] = None


class RelayedFrom(RootModel[str]):
    root: Annotated[
        str, Field(description="The earlier programme, when the origin is a relay.", max_length=200)
    ] = None


class Call(RootModel[str]):
    root: Annotated[
        str,
        Field(
            description="The call that it answers, in programmes that have calls.",
            pattern="^[a-z][a-z0-9_]{0,59}$",
        ),
    ] = None


class Manager(RootModel[str]):
    root: Annotated[str, Field(pattern="^p-[0-9a-f]{12}$")]


class InseeCode(RootModel[str]):
    root: Annotated[str, Field(pattern="^([0-9]{2}|2[AB])[0-9]{3}$")]


class Inhabitants(RootModel[int]):
    root: Annotated[int, Field(ge=0, le=100000000)] = None


class Code(RootModel[str]):
    root: Annotated[str, Field(pattern="^[A-Za-z0-9-]{1,20}$")] = None


class ZoningSent(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    zoning: Annotated[str, Field(max_length=200)]
    code: Code | None = None
    source: Annotated[str, Field(max_length=200)]
    source_date: date


class Problem(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    pointer: Annotated[
        str,
        Field(
            description="The place as a JSON pointer (RFC 6901): ``/request/plan/0/cents``; empty for the whole."
        ),
    ]
    message: Sentence


class ProblemDetails(BaseModel):
    type: str
    title: str
    status: int
    detail: str
    remedy: str
    code: str
    problems: list[ProblemPlace]
    command_id: str | None = None


class RefusalAnswer(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    code: str
    params: Annotated[
        dict[str, str] | None,
        Field(description="Ids, keys and codes that the sentence speaks of, for programs."),
    ] = {}
    message: Sentence
    remedy: Sentence


class TerritorySent(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    name: Annotated[str, Field(max_length=200)]
    insee_codes: Annotated[list[InseeCode] | None, Field(max_length=500, validate_default=True)] = []
    zonings: Annotated[list[ZoningSent] | None, Field(max_length=100, validate_default=True)] = []
    inhabitants: Inhabitants | None = None


class Recorded(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    command_id: str | None
    outcome: Outcome
    repeated: bool | None = False
    position: int | None = None
    events: list[str] | None = []
    refusal: RefusalAnswer | None = None
    problems: Annotated[
        list[Problem] | None,
        Field(
            description="Every mistake of an invalid command, where the refusal's sentence names the first few.",
            validate_default=True,
        ),
    ] = []


class OpenCooperation(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    command_id: Annotated[
        str | None,
        Field(
            description="Chosen by the client; repeat it to ask again without doing twice.",
            pattern="^[A-Za-z0-9][A-Za-z0-9._:/-]{0,299}$",
        ),
    ] = None
    actor: Annotated[
        str | None,
        Field(
            description="Who wants it: a person's id, or ``escale`` for the service itself.",
            pattern="^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,99}$",
        ),
    ] = None
    effective_at: Annotated[EffectiveAt | None, Field(description="When it happened; now, if missing.")] = (
        None
    )
    seen: Annotated[
        Seen | None,
        Field(
            description="The last entry of the file that whoever gives it has seen: what others decided there since is told first."
        ),
    ] = None
    cooperation: Annotated[
        str, Field(description="The file it concerns.", max_length=60, pattern="^[a-z0-9]+(-[a-z0-9]+)*$")
    ]
    type: Literal["OpenCooperation"]
    name: Annotated[str, Field(max_length=200)]
    territory: TerritorySent
    region: Annotated[str, Field(max_length=60, pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
    object: Annotated[str, Field(description="What the cooperation is about, in one line.", max_length=200)]
    cooperation_type: CooperationType
    economic_model: EconomicModel
    origin: Origin
    relayed_from: Annotated[
        RelayedFrom | None, Field(description="The earlier programme, when the origin is a relay.")
    ] = None
    programme: Annotated[str, Field(max_length=60, pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
    call: Annotated[
        Call | None, Field(description="The call that it answers, in programmes that have calls.")
    ] = None
    managers: Annotated[list[Manager], Field(max_length=4, min_length=1)]


class Command(RootModel[OpenCooperation]):
    root: OpenCooperation
