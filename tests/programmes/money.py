"""Panels that are asked and money that is asked for, on the stage: each step by those who are entitled to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from application.commands.answer import Answer
from domain.envelopes.state import Envelope
from domain.files.act_events import ActPerformed
from domain.fundings.state import Funding
from domain.kernel.ids import envelope_stream
from domain.reviews.state import Review, ReviewEnded
from tests.programmes.stage import Life
from tests.support.waiting import wait_until

SIRET = "73282932000074"
IBAN = "FR7630006000011234567890189"


@dataclass
class Beside:
    """A review or a funding beside a cooperation, by its key."""

    life: Life
    key: str

    async def do(self, command: str, who: str = "manager", **fields: Any) -> Answer:
        """Have somebody give a command about it, which must be recorded."""
        return await self.life.house.do(command, who, **self._named(), **fields)

    async def refused(self, code: str, command: str, who: str = "manager", **fields: Any) -> Answer:
        """Have somebody give a command about it, which must be refused with this code."""
        answer = await self.life.house.ask(command, who, **self._named(), **fields)
        assert answer.outcome == "refused", answer
        assert answer.refusal
        assert answer.refusal.code == code, answer
        return answer

    async def told(self) -> list[tuple[str, str, str, str]]:
        """Every reminder of it: the day in Paris, the deadline, the rung, and who was told, in order."""
        house = self.life.house
        names = {person: name for name, person in house.people.items()}
        days = [day.isoformat() for day, *_ in await house.reminders(self.key)]
        issued = await house.issued(self.key)
        return [
            (day, one.occurrence.partition("/")[0], one.rung, names[one.recipient])
            for day, one in zip(days, issued, strict=True)
        ]

    def _named(self) -> dict[str, str]:
        kind, _, name = self.key.partition(":")
        return {kind: name}


class Asked(Beside):
    """A review."""

    async def state(self) -> Review:
        """The review as it is."""
        state = await self.life.house.service.files.file(self.life.house.organisation, self.key)
        assert isinstance(state, Review)
        return state

    async def hears(self, **opinions: str) -> None:
        """Have members declare no conflict, then give their opinion on the last version."""
        version = (await self.state()).dossier.number
        for who, opinion in opinions.items():
            if who not in await self._declared():
                await self.do("DeclareInterests", who, conflict=False)
            await self.do("GiveOpinion", who, opinion=opinion, dossier=version)

    async def ends(self) -> ReviewEnded:
        """Wait until the service has concluded it by the panel's rule; how it ended."""

        async def concluded() -> bool:
            return (await self.state()).outcome is not None

        await wait_until(concluded, "concluded")
        ended = (await self.state()).outcome
        assert ended
        await self.life.house.followed()
        return ended

    async def _declared(self) -> set[str]:
        people = self.life.house.people
        members = (await self.state()).members
        return {name for name, one in people.items() if one in members and one in members[one].declared}


class Money(Beside):
    """A funding."""

    async def state(self) -> Funding:
        """The funding as it is."""
        state = await self.life.house.service.files.file(self.life.house.organisation, self.key)
        assert isinstance(state, Funding)
        return state

    async def failing(self) -> set[str]:
        """The rules of eligibility that it does not keep."""
        return {one.rule for one in (await self.state()).findings if not one.holds}

    async def is_agreed(self, since: str, until: str) -> None:
        """An agreement between beneficiary and funder, signed by both."""
        parties = [{"party": "porteur", "name": "Porteur"}, {"party": "financeur", "name": "Financeur"}]
        await self.do("PrepareAgreement", parties=parties, since=since, until=until)
        for one in ("porteur", "financeur"):
            await self.do("SignAgreement", party=one)

    async def is_paid(self, tranche: str, approvers: Sequence[str], reference: str, day: str) -> None:
        """A tranche requested, approved level by level, ordered and executed: nobody does two of these."""
        await self.do("RequestTranche", tranche=tranche)
        for who in approvers:
            await self.refused("tranche_stage", "OrderPayment", "finance", tranche=tranche)
            await self.do("ApproveTranche", who, tranche=tranche)
        await self.do("OrderPayment", "finance", tranche=tranche)
        number = len((await self.state()).payments)
        await self.do("ConfirmPayment", "finance", payment=number, reference=reference, executed_on=day)

    async def reports(self, report: str) -> None:
        """A report comes in, and somebody else than who brought it accepts it."""
        await self.do("SubmitReport", report=report)
        await self.refused("own_proposal", "AcceptReport", report=report)
        await self.do("AcceptReport", "second", report=report)


async def asks(life: Life, review: str, question: str, **fields: Any) -> Asked:
    """Put a question about a file to its panel, which is invited."""
    await life.do("OpenReview", review=review, question=question, **fields)
    await life.house.followed()
    return Asked(life, f"review:{review}")


async def asked_by_itself(life: Life, act: str, funding: str | None = None) -> Asked:
    """The review that an act of the file, or of a funding of it, has opened last; waits until there is one."""
    file = f"funding:{funding}" if funding else life.file
    return Asked(life, f"review:{(await performed(life, act, file)).subject}")


async def performed(life: Life, act: str, file: str) -> ActPerformed:
    """What the service did last by an act of a file; waits until it has done it."""

    async def done() -> list[ActPerformed]:
        events = [one.event for one in await life.house.happened(file, ActPerformed)]
        return [one for one in events if isinstance(one, ActPerformed) and one.act == act]

    async def is_done() -> bool:
        return bool(await done())

    await wait_until(is_done, f"{act} is done")
    await life.house.followed()
    return (await done())[-1]


async def requests(life: Life, funding: str, request: Mapping[str, Any], who: str = "manager") -> Money:
    """Ask for money."""
    await life.do("RequestFunding", who, funding=funding, request=request)
    return Money(life, f"funding:{funding}")


def request(instrument: str, cents: int, since: str, until: str, **more: Any) -> dict[str, Any]:
    """A request: ``expense`` and ``total`` say what is to be paid, others bring the difference."""
    total, expense = more.pop("total", cents), more.pop("expense", "project")
    kind, origin = more.pop("kind", "association"), more.pop("origin", "private")
    others = [{"source": "autres", "name": "Autres", "origin": origin, "cents": total - cents}]
    return {
        "instrument": instrument,
        "amount_cents": cents,
        "since": since,
        "until": until,
        "beneficiary": {"kind": kind, "name": "Porteur", "identifier": SIRET},
        "plan": [{"expense": expense, "label": "Dépenses", "cents": total}] if total else [],
        "co_funding": others if total > cents else [],
        **more,
    }


async def opens(life: Life, envelope: str, cents: int, **more: Any) -> None:
    """Open an envelope."""
    await life.house.do("OpenEnvelope", "board", envelope=envelope, commitments_cents=cents, **more)


async def envelope_of(life: Life, envelope: str) -> Envelope:
    """An envelope as it is."""
    house = life.house
    state = (await house.service.files.fresh(house.organisation, [envelope_stream(envelope)]))[
        envelope_stream(envelope)
    ]
    assert isinstance(state, Envelope)
    return state


async def gives_bank_details(life: Life, account: str = SIRET) -> None:
    """Bank details given by one and confirmed by another."""
    house, details = life.house, {"account": account, "holder": "Porteur", "iban": IBAN}
    await house.do("ProposeBankDetails", "finance", **details)
    own = await house.ask("ConfirmBankDetails", "finance", account=account, version=1)
    assert own.refusal
    assert own.refusal.code == "own_proposal"
    await house.do("ConfirmBankDetails", "administrator", account=account, version=1)
