"""Handing over all that somebody has: their open files, the opinions that they owe, at last their roles.

Each is a command of its own, judged alone. Its id is made of the job and of what it is about, so that a job that was
interrupted goes on where it stopped, and nothing is handed over twice.
"""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from application.commands.answer import Answer
from application.commands.parsing import read_command
from application.commands.refusals import answered
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.kernel.moments import day_of
from domain.kernel.refusal import Refusal
from domain.people.identity import one_id_each
from domain.people.roles import holds_now
from domain.registry.commands import AnyCommand
from domain.reviews.panel import capacity, owes
from domain.reviews.state import Review
from language import Text, text_of
from projections.portfolio_pages import PortfolioFilter
from projections.reviews import ReviewFilter
from queries.bulk import item_id
from queries.forms.sending import became, send
from queries.lists import caught_up, whole
from queries.naming import naming_of
from queries.visit import Visit, reached
from wording.handing_over import NOT_THEIRS, SOMETHING_LEFT

ItemKind = Literal["file", "opinion", "delegation", "role"]
_ROLE = "role:"


@dataclass(frozen=True, slots=True)
class HandOver:
    """From whom, to whom, why. ``ends_roles``: whether the roles of the first end once nothing is left of theirs."""

    job: str
    from_person: str
    to_person: str
    reason: str
    ends_roles: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """Something of theirs: the key of a file or of a review, or a grant after ``role:``; ``file`` None for a grant."""

    key: str
    kind: ItemKind
    file: KeptFile | None = None

    @property
    def grant(self) -> str:
        """The grant of a role."""
        return self.key.removeprefix(_ROLE)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """An item, and what stands in its way; None where nothing does."""

    item: Item
    why: Text | None


def known_people(visit: Visit) -> Sequence[str]:
    """Those between whom something may be handed over, each once."""
    return one_id_each(visit.people, visit.people.people)


async def what_is_theirs(visit: Visit, person: str) -> Sequence[Item]:
    """Open files in somebody's charge, opinions that they owe, in their own seat or for others. Raises Failure."""
    async with reached():
        await caught_up(visit)
        models = visit.service.read_models
        files = await whole(visit, models.portfolio, PortfolioFilter(in_charge=person, open=True))
        reviews = await whole(visit, models.reviews, ReviewFilter(open=True))
        keys = [one.file for one in files] + [one.file for one in reviews if person in one.involved]
        found = [await _item(visit, person, key) for key in keys]
    return [one for one in found if one]


def roles_of(visit: Visit, person: str) -> Sequence[Item]:
    """The roles that somebody holds at present."""
    grants = visit.people.grants.values()
    return [
        Item(f"{_ROLE}{one.id}", "role")
        for one in grants
        if one.person == person and holds_now(visit.people, one, visit.now)
    ]


async def _item(visit: Visit, person: str, key: str) -> Item | None:
    """What a file has of somebody's, as the ledger has it now; None: nothing."""
    if key.startswith(_ROLE):
        return next((one for one in roles_of(visit, person) if one.key == key), None)
    file = await visit.looked_up(key)
    match file:
        case Cooperation() if person in file.managers and file.closed is None:
            return Item(key, "file", file)
        case Review() if not file.ended:
            found = capacity(file, person, day_of(visit.now, visit.zone_of(file)))
            if found and owes(file, found.member):
                return Item(key, "delegation" if found.delegate else "opinion", file)
    return None


async def foreseen(visit: Visit, hand_over: HandOver, items: Sequence[Item]) -> Sequence[Foreseen]:
    """What stands in the way of each now; nothing is recorded. Raises Failure."""
    async with reached():
        names = await visit.names()
    return [Foreseen(one, await _against(visit, hand_over, one, names)) for one in items]


async def _against(visit: Visit, hand_over: HandOver, item: Item, names: Mapping[str, str]) -> Text | None:
    command = _command(visit, hand_over, item)
    if isinstance(command, Answer):
        return _said(command)
    async with reached():
        refusal = await visit.service.one_way_in.judge(visit.organisation, command)
    if not isinstance(refusal, Refusal):
        return None
    return _said(answered(command.command_id, refusal, "refused", naming_of(visit, item.file, names)))


async def tried(
    visit: Visit, hand_over: HandOver, key: str, all_gone: Callable[[], Awaitable[bool]]
) -> tuple[Literal["recorded", "refused"], Text | None]:
    """Hand one thing over; whether that is recorded, and why not. Raises Failure where nobody knows.

    ``all_gone``: whether nothing that came before is left of theirs, asked for roles alone; none ends before.
    """
    command_id = _command_id(hand_over, key)
    async with reached(command_id):
        known = await visit.service.ledger.outcome(visit.organisation, command_id)
    if known is not None:  # it died after this was recorded, and before that was noted
        answer, _ = await became(visit, command_id)
    elif key.startswith(_ROLE) and not await all_gone():
        return "refused", SOMETHING_LEFT
    else:
        async with reached():
            item = await _item(visit, hand_over.from_person, key)
        if item is None:
            return "refused", NOT_THEIRS
        command = _command(visit, hand_over, item)
        answer = command if isinstance(command, Answer) else await send(visit, [command])
    return ("refused", _said(answer)) if answer.refusal else ("recorded", None)


def _command_id(hand_over: HandOver, key: str) -> str:
    """A grant is named by the command that gave it, which may be long."""
    short = f"role-{sha256(key.encode()).hexdigest()[:16]}" if key.startswith(_ROLE) else key
    return item_id(hand_over.job, short)


def _command(visit: Visit, hand_over: HandOver, item: Item) -> AnyCommand | Answer:
    fields: dict[str, Any] = {"command_id": _command_id(hand_over, item.key), "reason": hand_over.reason}
    match item.file:
        case Cooperation(id=key, managers=managers):
            others = (hand_over.to_person if one == hand_over.from_person else one for one in managers)
            fields |= {
                "type": "HandOverManagers",
                "cooperation": key,
                "managers": list(dict.fromkeys(others)),
            }
        case Review():
            fields |= _seat(visit, hand_over, item.file)
        case _:
            fields |= {"type": "RevokeRole", "grant": item.grant}
    return read_command(json.dumps(fields), visit.person)


def _seat(visit: Visit, hand_over: HandOver, review: Review) -> dict[str, Any]:
    """A seat is given up for good; what somebody else's trust had handed on goes on until the day that was set."""
    found = capacity(review, hand_over.from_person, day_of(visit.now, visit.zone_of(review)))
    member = found.member if found else None
    handed = member.delegation if member and found and found.delegate else None
    return {
        "type": "ReplaceMember",
        "review": review.id,
        "member": member.person if member else hand_over.from_person,
        "substitute": hand_over.to_person,
        **({"until": handed.until.isoformat()} if handed else {}),
    }


def _said(answer: Answer) -> Text | None:
    refusal = answer.refusal
    return text_of(refusal.message) if refusal else None
