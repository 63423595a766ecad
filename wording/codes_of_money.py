"""What the fixed values of fundings and payments are called: by what they are said of, then by code."""

from collections.abc import Mapping

from domain.kernel.text import Bilingual
from wording.codes_of_cooperations import ASLEEP

OF_MONEY: Mapping[str, Mapping[str, Bilingual]] = {
    "tranche-stage": {
        "planned": ("prévue", "planned"),
        "requested": ("demandée", "requested"),
        "approved": ("validée", "approved"),
        "ordered": ("ordonnée", "ordered"),
        "paid": ("payée", "paid"),
        "released": ("libérée", "released"),
    },
    "report-stage": {
        "owed": ("attendu", "owed"),
        "submitted": ("déposé", "submitted"),
        "returned": ("renvoyé", "returned"),
        "accepted": ("accepté", "accepted"),
    },
    "funding": {
        "requested": ("demandé", "requested"),
        "granted": ("accordé", "granted"),
        "refused": ("refusé", "refused"),
        "deferred": ("ajourné", "deferred"),
        "withdrawn": ("retiré", "withdrawn"),
        "closed": ("soldé", "closed"),
        **ASLEEP,
    },
    "amendment": {
        "proposed": ("proposé", "proposed"),
        "granted": ("accordé", "granted"),
        "refused": ("refusé", "refused"),
        "withdrawn": ("retiré", "withdrawn"),
        "in-force": ("en vigueur", "in force"),
    },
    "payment": {
        "ordered": ("ordonné", "ordered"),
        "issued": ("remis à la banque", "sent to the bank"),
        "paid": ("payé", "paid"),
        "failed": ("échoué", "failed"),
        "returned": ("revenu", "returned"),
        "cancelled": ("annulé", "cancelled"),
    },
    "decision": {
        "granted": ("accord", "a grant"),
        "refused": ("refus", "a refusal"),
        "deferred": ("ajournement", "a deferral"),
    },
    "did": {
        "decided": ("décidé du financement", "decided about the funding"),
        "requested": ("demandé la tranche", "asked for the tranche"),
        "approved": ("validé la tranche", "approved the tranche"),
        "ordered": ("ordonné le paiement", "ordered the payment"),
    },
    "tranche-condition": {
        "agreement-signed": ("convention signée", "agreement signed"),
        "charter-signed": ("charte signée", "charter signed"),
        "report-accepted": ("rapports acceptés", "reports accepted"),
        "co-funding-confirmed": ("cofinancements confirmés", "co-funding confirmed"),
        "date": ("date atteinte", "date reached"),
    },
    "expense": {"investment": ("investissement", "investment"), "cash-flow": ("trésorerie", "cash flow")},
    "means": {"public": ("public", "public"), "private": ("privé", "private")},
    "circuit": {
        "ordinary": ("circuit ordinaire", "ordinary circuit"),
        "fast-track": ("circuit accéléré", "fast track"),
    },
    "rule": {
        "amount": ("montant", "amount"),
        "cap": ("plafond de dépenses", "cap of expenses"),
        "beneficiary": ("bénéficiaire", "beneficiary"),
        "inhabitants": ("population", "inhabitants"),
        "employees": ("effectif", "employees"),
        "expenses": ("dépenses éligibles", "eligible expenses"),
        "lasting": ("durée", "term"),
        "shares": ("sources réunies", "pooled sources"),
        "matching": ("abondement", "matching"),
        "support": ("circuit accéléré", "fast track"),
    },
}
"""By what they are said of, then by code: French, English."""
