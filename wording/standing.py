"""What operators read in Temporal's own pages, in French and English."""

from collections.abc import Mapping

from domain.kernel.values import Phase
from domain.reminders.standing import Standing, Step

PHASES = {
    Phase.EXPLORATION: "Exploration",
    Phase.DIAGNOSIS: "Diagnostic / diagnosis",
    Phase.EXPERIMENTATION: "Expérimentation / experimentation",
    Phase.CAPITALISATION: "Capitalisation",
}

_STEPS: Mapping[Step | None, str] = {
    "opinions": "Avis attendus / opinions awaited",
    "conclusion": "Conclusion à rendre / to be concluded",
    "decision": "Décision attendue / decision awaited",
    "agreement": "Convention à signer / agreement to be signed",
    "tranches": "Versements / tranches",
    "reports": "Bilans / reports",
    "closing": "À clore / to be closed",
    None: "Fin / end",
}

_STATUS = {
    "active": "en cours / active",
    "paused": "en pause / paused",
    "declined": "candidature refusée / application refused",
    "abandonment-requested": "abandon demandé / abandonment requested",
    "closed": "clos / closed",
    "open": "ouvert / open",
    "favourable": "favorable / favourable",
    "favourable-with-conditions": "favorable sous conditions / favourable with conditions",
    "unfavourable": "défavorable / unfavourable",
    "deferred": "ajourné / deferred",
    "cancelled": "annulé / cancelled",
    "requested": "demandé / requested",
    "refused": "refusé / refused",
    "withdrawn": "retiré / withdrawn",
    "granted": "accordé / granted",
}

_TROUBLE = {
    "LedgerBehind": (
        "le registre est en retard sur ce qui est connu ici (restauré ?) : plus rien n’est fait",
        "the ledger is behind what is known here (restored?): nothing is done any more",
    ),
    "NothingHelps": (
        "ce qui est dû le reste après avoir été fait",
        "what is due stays due after it was done",
    ),
}


def standing_details(standing: Standing) -> str:
    """Phase or step, status, what is awaited and until when; Temporal's markdown."""
    lines = [f"{_place(standing)}, {_STATUS[standing.status]}", f"Registre / ledger: {standing.position}"]
    if standing.awaits:
        lines.append(f"Attend / awaits: `{standing.awaits}`, {standing.until}")
    return "\n\n".join(lines)


def trouble_details(trouble: str, told: int) -> str:
    """Why the workflow does not go on, in front of everything else."""
    french, english = _TROUBLE.get(
        trouble, ("une activité échoue, voir le journal", "an activity fails, see the log")
    )
    return f"⚠ **{trouble}** — {french} / {english}\n\nRegistre / ledger: ≥ {told}"


def wait_summary(standing: Standing) -> str:
    """A timer's name: what is awaited, until when."""
    if standing.awaits:
        return f"{standing.awaits} {standing.until}"
    return f"{standing.phase or standing.step} ({standing.status})"


def _place(standing: Standing) -> str:
    if standing.phase:
        return f"**{PHASES[standing.phase]}**, passage / pass {standing.pass_number}"
    return f"**{_STEPS[standing.step]}**"
