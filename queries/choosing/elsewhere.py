"""What fits the fields of commands about any file's acts and messages, about bank details and the organisation."""

from collections.abc import Iterator, Mapping, Sequence

from domain.acts.commands import HoldBackAct, ReleaseAct
from domain.acts.prescribed import acts_prescribed
from domain.bank.commands import ConfirmBankDetails, RejectBankDetails
from domain.bank.state import Account
from domain.kernel.command import Command
from domain.kernel.ids import account_stream
from domain.organisation.commands import (
    ChangePerson,
    GrantRole,
    HandOverAllFiles,
    HandOverOpinions,
    RevokeRole,
)
from domain.people.identity import one_id_each
from domain.reminders.commands import SettleDelivery
from queries.choosing.circumstances import Circumstances, Fitting
from queries.choosing.regions import regions_to_choose


def _acts(asked: Circumstances) -> Iterator[str]:
    if asked.file and asked.rulebook:
        yield from (one.act for one in acts_prescribed(asked.file, asked.rulebook))


def _held(asked: Circumstances) -> Iterator[str]:
    yield from asked.file.acts.held if asked.file else ()


def _in_doubt(asked: Circumstances) -> Iterator[str]:
    messages = asked.file.messages if asked.file else {}
    yield from (key for key, one in messages.items() if one.delivery in ("unknown", "failed"))


def _pending(asked: Circumstances) -> Iterator[int]:
    account = asked.setting.read(Account, account_stream, asked.known.get("account"))
    yield from (account.pending,) if account and account.pending is not None else ()


def everybody(asked: Circumstances) -> Iterator[str]:
    """Whom the organisation knows, each once."""
    organisation = asked.setting.organisation
    return iter(one_id_each(organisation, organisation.people))


def _others(asked: Circumstances) -> Iterator[str]:
    return (one for one in everybody(asked) if one != asked.known.get("from_person"))


def _grants(asked: Circumstances) -> Iterator[str]:
    grants = asked.setting.organisation.grants
    return (key for key, one in grants.items() if one.revoked_at is None)


def regions(asked: Circumstances) -> Sequence[str]:
    """Those that there are."""
    return regions_to_choose(asked.setting.organisation, asked.rulebooks())


_FROM_ONE_TO_ANOTHER: Mapping[str, tuple[str, Fitting]] = {
    "from_person": ("person", everybody),
    "to_person": ("person", _others),
}

ELSEWHERE: Mapping[type[Command], Mapping[str, tuple[str, Fitting]]] = {
    HoldBackAct: {"act": ("act", _acts)},
    ReleaseAct: {"act": ("act", _held)},
    SettleDelivery: {"message": ("message", _in_doubt)},
    ConfirmBankDetails: {"version": ("number", _pending)},
    RejectBankDetails: {"version": ("number", _pending)},
    ChangePerson: {"person": ("person", everybody)},
    GrantRole: {"person": ("person", everybody), "region": ("region", regions)},
    RevokeRole: {"grant": ("grant", _grants)},
    HandOverAllFiles: _FROM_ONE_TO_ANOTHER,
    HandOverOpinions: _FROM_ONE_TO_ANOTHER,
}
"""By command and field: of what kind the values are (``wording.naming``), and which fit."""
