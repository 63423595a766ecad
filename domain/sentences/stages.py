"""What the stages of tranches, payments and reports are called, and what people did."""

from collections.abc import Mapping

from domain.sentences.shape import Bilingual

STAGES: Mapping[str, Bilingual] = {
    "planned": ("prévu", "planned"),
    "requested": ("demandé", "requested"),
    "approved": ("validé", "approved"),
    "decided": ("décidé", "decided"),
    "ordered": ("ordonné", "ordered"),
    "issued": ("remis à la banque", "sent to the bank"),
    "paid": ("payé", "paid"),
    "released": ("libéré", "released"),
    "failed": ("échoué", "failed"),
    "returned": ("retourné", "returned"),
    "cancelled": ("annulé", "cancelled"),
    "owed": ("attendu", "owed"),
    "submitted": ("remis", "submitted"),
    "accepted": ("accepté", "accepted"),
    "granted": ("accordé", "granted"),
    "refused": ("refusé", "refused"),
    "deferred": ("ajourné", "deferred"),
    "withdrawn": ("retiré", "withdrawn"),
    "closed": ("clos", "closed"),
    "agreement-signed": ("convention signée", "agreement signed"),
    "charter-signed": ("charte signée", "charter signed"),
    "report-accepted": ("rapports acceptés", "reports accepted"),
    "co-funding-confirmed": ("cofinancements confirmés", "co-funding confirmed"),
    "date": ("date atteinte", "date reached"),
}
"""By code: French, English."""
