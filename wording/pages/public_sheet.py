"""The page of a cooperation's public sheet."""

from zoneinfo import ZoneInfo

from domain.fundings.state import Funding
from domain.rulebook import Rulebook, names_in
from language import Text, locale, say, t
from wording.amounts import euros
from wording.distances import moment_in_words

TERRITORY = Text("Territoire", "Territory")
PROGRAMME = Text("Programme", "Programme")
PHASE = Text("Phase", "Phase")
OBJECT = Text("Objet", "Object")
SINCE = Text("Depuis", "Since")
STANDING = Text("Où elle en est", "Where it stands")
NOTHING_MORE = Text(
    "Rien de plus n’est publié de cette coopération à ce jour.",
    "Nothing more of this cooperation is published so far.",
)
REVIEWS = Text("Les avis où vous siégez", "The reviews on which you sit")


def granted(funding: Funding, rulebook: Rulebook, zone: ZoneInfo) -> str:
    """A subsidy that is public: when and by what, to whom, how much of it is paid."""
    known = names_in(rulebook).get(funding.instrument)
    instrument = say(known) if known else funding.instrument
    day = moment_in_words(funding.granted.at, zone, locale()) if funding.granted else "–"
    paid = euros(funding.paid_cents)
    amount = euros(funding.amount_cents)
    said = t(f"{amount} accordés, {paid} payés", f"{amount} granted, {paid} paid")
    return f"{day} – {instrument} – {funding.request.beneficiary.name}, {said}"
