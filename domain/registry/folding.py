"""Which fold belongs to which stream: one answer for whoever keeps states."""

from collections.abc import Iterable

from domain.bank.evolve import evolve_account, evolve_reference
from domain.bank.state import Account, PaymentReference
from domain.cooperations.evolve.file import evolve
from domain.cooperations.state import Cooperation
from domain.envelopes.evolve import evolve_envelope
from domain.envelopes.state import Envelope
from domain.files.setting import State
from domain.fundings.evolve.funding import evolve_funding
from domain.fundings.evolve.payment_file import evolve_payment_file
from domain.fundings.payment_file_state import PaymentFile
from domain.fundings.state import Funding
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.recorded import Recorded
from domain.people.evolve import evolve_organisation
from domain.people.state import Organisation
from domain.reviews.evolve import evolve_review
from domain.reviews.state import Review


def beginning(stream: str) -> State:
    """What a stream without events folds to: nothing, but for the organisation's."""
    return Organisation() if stream == ORGANISATION_STREAM else None


def next_state(stream: str, state: State, news: Iterable[Recorded]) -> State:
    """The state of a stream after further events of it. Raises ValueError for a stream of no known kind."""
    for one in news:
        state = _folded(stream.partition(":")[0], state, one)
    return state


def _folded(kind: str, state: State, recorded: Recorded) -> State:
    match kind:
        case "organisation":
            return evolve_organisation(state if isinstance(state, Organisation) else Organisation(), recorded)
        case "cooperation":
            return evolve(state if isinstance(state, Cooperation) else None, recorded)
        case "review":
            return evolve_review(state if isinstance(state, Review) else None, recorded)
        case "funding":
            return evolve_funding(state if isinstance(state, Funding) else None, recorded)
        case "envelope":
            return evolve_envelope(state if isinstance(state, Envelope) else None, recorded)
        case "account":
            return evolve_account(state if isinstance(state, Account) else None, recorded)
        case "payment-file":
            return evolve_payment_file(state if isinstance(state, PaymentFile) else None, recorded)
        case "payment-reference":
            return evolve_reference(state if isinstance(state, PaymentReference) else None, recorded)
    raise ValueError(f"no file, envelope or account: {kind}")
