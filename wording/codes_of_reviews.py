"""What the fixed values of reviews are called: by what they are said of, then by code."""

from collections.abc import Mapping

from domain.kernel.text import Bilingual
from wording.codes_of_cooperations import ASLEEP

_VERDICTS: Mapping[str, Bilingual] = {
    "favourable": ("favorable", "favourable"),
    "favourable-with-conditions": ("favorable sous conditions", "favourable with conditions"),
    "unfavourable": ("défavorable", "unfavourable"),
}

OF_REVIEWS: Mapping[str, Mapping[str, Bilingual]] = {
    "opinion": {**_VERDICTS, "abstention": ("abstention", "abstention")},
    "review": {
        "open": ("en cours", "open"),
        **_VERDICTS,
        "deferred": ("ajournée", "deferred"),
        "cancelled": ("retirée", "taken back"),
        **ASLEEP,
    },
    "concludes": {
        "majority": ("à la majorité", "by majority"),
        "unanimity": ("à l’unanimité", "unanimously"),
        "threshold": ("au seuil fixé", "by a threshold"),
        "chair": ("par la présidence", "by the chair"),
        "casting-vote": ("par la voix prépondérante", "by the casting vote"),
    },
    "mode": {"advisory": ("consultatif", "advisory"), "decisive": ("décisionnel", "decisive")},
    "cancelled": {
        "taken-back": ("retirée", "taken back"),
        "went-back": ("retour à une phase antérieure", "back to an earlier phase"),
        "decided": ("décidé entre-temps", "decided meanwhile"),
        "closed": ("dossier clos", "file closed"),
    },
    "reviews": {"cancel": ("les retirer", "cancel them"), "carry-over": ("les reprendre", "carry them over")},
    "about": {
        "gate": ("le passage de la phase", "the gate of the phase"),
        "call": ("une candidature", "an application"),
        "funding": ("une demande de financement", "a request for funding"),
        "amendment": ("un avenant", "an amendment"),
        "evaluation": ("une évaluation", "an evaluation"),
    },
}
"""By what they are said of, then by code: French, English."""
