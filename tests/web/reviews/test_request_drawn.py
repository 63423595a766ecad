"""What is asked for, as the room shows it to a panel: who gets it, what it pays, who else pays."""

from datetime import date
from types import SimpleNamespace

from domain.fundings.request import CoFunding, ExpenseLine, FundingRequest, Payee
from language import speaking
from web.templating import ENVIRONMENT
from wording.pages import review_room as words

REQUEST = FundingRequest(
    instrument="grant",
    amount_cents=3_000_000,
    since=date(2027, 1, 1),
    until=date(2027, 12, 31),
    beneficiary=Payee(kind="association", name="La Filature", identifier="siret:73282932000074"),
    plan=(ExpenseLine(expense="wages", label="Salaires", cents=5_000_000),),
    co_funding=(CoFunding(source="ville", name="La ville", origin="public", cents=2_000_000),),
)


def test_a_request_shows_its_plan_and_its_other_funding() -> None:
    """With the sums of both."""
    dossier = SimpleNamespace(request=REQUEST, version=SimpleNamespace(proposal=None))
    with speaking("fr"):
        drawn = ENVIRONMENT.get_template("reviews/request.html").render(dossier=dossier, words=words)
    shown = drawn.replace("\u00a0", " ").replace("\u202f", " ")
    for one in (
        "La Filature",
        "30 000,00 €",
        "Salaires",
        "La ville",
        "50 000,00 €",
        "20 000,00 €",
        "1er janvier 2027",
    ):
        assert one in shown, one
