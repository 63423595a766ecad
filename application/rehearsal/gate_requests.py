"""What people ask for so that a gate may be passed: a panel's answer, money. None where nobody could ever give it."""

from application.rehearsal.advising import open_review, under_way
from application.rehearsal.left_to_service import asked_by, asks_about_request, asks_panel
from application.rehearsal.requesting import request_for
from application.rehearsal.todo import Deed
from application.rehearsal.world import World
from domain.cooperations.state import Cooperation
from domain.fundings.circuit import body_for
from domain.fundings.state import Funding
from domain.rulebook import FundingRule, GateItem, Instrument, ReviewRule
from domain.rulebook import Review as Question
from domain.rulebook.base import defined

_ALIVE = ("requested", "granted")


def ask_panel(key: str, world: World, file: Cooperation, *, by_hand: bool) -> tuple[Deed, ...] | None:
    """The question put to its panel, about money that is asked for first where it is about that.

    Nothing where the service puts it, unless people do it ``by_hand`` all the same.
    """
    question = world.rulebook.question(key)
    if (
        question is None
        or question.about == "amendment"
        or (question.about == "call" and not file.application)
    ):
        return None
    if under_way(key, world):
        return ()
    if question.about != "funding":
        left = not by_hand and asks_panel(key, file, world, soon=False)
        return () if left else (open_review(question, world, file),)
    return _ask_about_money(question, world, file)


def ask_money(key: str, world: World, file: Cooperation) -> tuple[Deed, ...] | None:
    """A request, unless there is one already."""
    if any(one.instrument == key and one.stage in _ALIVE for one in file.fundings.values()):
        return ()
    instrument = defined(world.rulebook.instrument(key))
    return (_request(instrument, world, file),) if _is_decided(instrument) else None


def awaited(item: GateItem, world: World, file: Cooperation) -> bool:
    """Whether an answer to what the item asks for is under way."""
    match item.needs:
        case ReviewRule(review=review):
            return under_way(review, world) is not None or asks_panel(review, file, world, soon=True)
        case FundingRule(instrument=instrument):
            return any(
                one.instrument == instrument and one.stage == "requested" for one in file.fundings.values()
            )
    return False


def _ask_about_money(question: Question, world: World, file: Cooperation) -> tuple[Deed, ...] | None:
    """About the request that waits, else about one made first."""
    waiting = next((one for one in world.all_of(Funding) if one.stage == "requested"), None)
    if waiting and asks_about_request(question.review, waiting, world):
        return ()
    if waiting:
        return (open_review(question, world, file, waiting.id),)
    instruments = [one for one in world.rulebook.instruments if _is_decided(one)]
    by_it = [one for one in instruments if any(question.panel in level.by for level in one.circuit)]
    chosen = next(iter((*by_it, *instruments)), None)
    if chosen is None or any(one.stage == "granted" for one in file.fundings.values()):
        return None
    request = _request(chosen, world, file)
    if any(asked_by(act, question.review, world.rulebook) for act in chosen.course):
        return (request,)
    return (request, open_review(question, world, file, str(request["funding"])))


def _request(instrument: Instrument, world: World, file: Cooperation) -> Deed:
    return {
        "type": "RequestFunding",
        "funding": f"financement-{len(world.all_of(Funding)) + 1}",
        "request": request_for(instrument, world.now, world.rulebook.calendar_of(file.region).tz),
    }


def _is_decided(instrument: Instrument) -> bool:
    """Whether anybody decides about such an amount."""
    amount = instrument.least_cents or 0
    return body_for(instrument, amount, fast_track=False) is not None
