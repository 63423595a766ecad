"""Bank details: numbers that can exist, one change at a time, a second person."""

from typing import Any

from domain.bank.events import BankDetailsConfirmed, BankDetailsRejected
from domain.kernel.prose import Prose
from tests.domain.kit import Row, do
from tests.domain.paying import ACCOUNT, FINANCE, IBAN, SIRET, proposed
from tests.domain.sample_people import ADMINISTRATOR
from tests.domain.vocabulary import WHY

OUTSIDE = "BR1800360305000010009795493C1"
"""A Brazilian IBAN, from the registry of IBANs."""
REJECTED = BankDetailsRejected(bank_details=2, reason=WHY)


def propose(account: str = SIRET, iban: str = IBAN, **more: Any) -> Any:
    """New bank details are given."""
    given = {"actor": FINANCE, "holder": "Les Rives", "iban": iban}
    return do("ProposeBankDetails", account=account, **{**given, **more})


def confirm(version: int = 1, **more: Any) -> Any:
    """Somebody else confirms them."""
    return do("ConfirmBankDetails", account=SIRET, version=version, actor=ADMINISTRATOR, **more)


def reject(version: int) -> Any:
    """They are rejected."""
    return do("RejectBankDetails", account=SIRET, version=version, actor=ADMINISTRATOR)


def row(rule: str, given: Any, when: Any, then: Any, **more: Any) -> Row:
    """A rule about bank details; no rulebook concerns them."""
    return Row(rule, given, when, then, rulebook=None, **more)


ROWS = (
    row(
        "bank details are kept without spaces",
        (),
        propose(iban="FR76 3000 6000 0112 3456 7890 189"),
        (proposed(),),
    ),
    row(
        "a bank's code may come with them",
        (),
        propose(bic="agri fr pp"),
        (proposed(bic=Prose(text="AGRIFRPP")),),
    ),
    row("the organisation has bank details of its own", (), propose("paying"), (proposed(),)),
    row("an association has an account by its RNA number", (), propose("w123456789"), (proposed(),)),
    row(
        "an IBAN is kept however it was pasted",
        (),
        propose(iban="FR76\u00a03000\u202f6000\u20090112-3456.7890\u2013189\u200b"),
        (proposed(),),
    ),
    row(
        "an account is named however its number was pasted",
        (),
        propose("732\u202f829\u00a0320\u2011000.74"),
        (proposed(),),
    ),
    row(
        "an association of Alsace has an account by its register",
        (),
        propose("Strasbourg, volume 95, folio 120"),
        (proposed(),),
    ),
    row("an IBAN of a country outside SEPA", (), propose(iban=OUTSIDE), "iban_outside_sepa"),
    row("the BIC of another country than the IBAN’s", (), propose(bic="DEUTDEFF"), "bic_of_another_country"),
    row("a BIC of overseas France", (), propose(bic="BCADNCNN"), (proposed(bic=Prose(text="BCADNCNN")),)),
    row("an account by a SIRET of zeros", (), propose("00000000000000"), "siret_invalid"),
    row("an IBAN with a wrong check digit", (), propose(iban="FR7630006000011234567890188"), "iban_invalid"),
    row("an IBAN that is none", (), propose(iban="compte de Ada"), "iban_invalid", naming={"account": SIRET}),
    row("a BIC that is none", (), propose(bic="AGRI"), "bic_invalid"),
    row("an account by a wrong SIRET", (), propose("73282932000075"), "siret_invalid"),
    row("never two changes wait", (proposed(),), propose(), "bank_details_pending", naming={"version": "1"}),
    row("confirmed bank details may change", ACCOUNT, propose(), (proposed(2),)),
    row("rejected ones keep their number", (*ACCOUNT, proposed(2), REJECTED), propose(), (proposed(3),)),
    row(
        "somebody else confirms", (proposed(),), confirm(), (BankDetailsConfirmed(bank_details=1, note=None),)
    ),
    row("somebody rejects", (*ACCOUNT, proposed(2)), reject(2), (REJECTED,)),
    row(
        "a version is confirmed that waits",
        (*ACCOUNT, proposed(2)),
        confirm(1),
        "nothing_to_confirm",
        naming={"pending": "2"},
    ),
    row("nothing waits", ACCOUNT, confirm(1), "nothing_to_confirm", naming={"pending": "0"}),
    row("nothing waits where nobody gave any", (), reject(1), "nothing_to_confirm"),
    row(
        "bank details are not confirmed in the future",
        (proposed(),),
        confirm(effective_at="2026-11-24"),
        "in_future",
    ),
)
