"""A client of the API: commands and their answers as the generated models have them."""

import json
from dataclasses import dataclass
from uuid import uuid4

import httpx
from escale_models import OpenCooperation, ProblemDetails, Recorded

_TIMES = 3


class Refused(Exception):
    """A command was not recorded; ``problem`` says why, and what would make it pass."""

    def __init__(self, problem: ProblemDetails) -> None:
        super().__init__(f"{problem.detail} {problem.remedy} [{problem.code}]")
        self.problem = problem


@dataclass(frozen=True)
class Escale:
    """An organisation, as the person of a token; ``base`` is where pages are reached."""

    base: str
    organisation: str
    token: str

    def give(self, command: OpenCooperation, command_id: str | None = None) -> Recorded:
        """Record a command, once: where no answer comes it is sent again, under the same id. Raises Refused."""
        key = command_id or str(uuid4())
        content = command.model_dump_json(exclude_none=True)
        for _ in range(_TIMES):
            try:
                answer = self._post(content, key)
            except httpx.TransportError:
                continue
            if answer.is_success:
                return Recorded.model_validate(answer.json())
            problem = ProblemDetails.model_validate(answer.json())
            if problem.status != httpx.codes.SERVICE_UNAVAILABLE:
                raise Refused(problem)
        raise TimeoutError(f"no answer to {key}: ask again under this id")

    def _post(self, content: str, key: str) -> httpx.Response:
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Idempotency-Key": key,
            "Content-Type": "application/json",
            "Accept-Language": "en",
        }
        address = f"{self.base}/api/v1/o/{self.organisation}/commands"
        return httpx.post(address, content=content, headers=headers)


def opening(text: str) -> OpenCooperation:
    """What is to be opened, from JSON."""
    return OpenCooperation.model_validate(json.loads(text))
