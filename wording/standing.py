"""What operators read in Temporal's own pages, in French and English."""

from collections.abc import Mapping

from domain.kernel.text import Bilingual
from domain.reminders.standing import Standing, Step
from wording.codes import code_words
from wording.punctuation import both

_STEPS: Mapping[Step, Bilingual] = {
    "opinions": ("avis attendus", "opinions awaited"),
    "conclusion": ("conclusion à rendre", "to be concluded"),
    "decision": ("décision attendue", "decision awaited"),
    "agreement": ("convention à signer", "agreement to be signed"),
    "tranches": ("versements", "tranches"),
    "reports": ("rapports", "reports"),
    "closing": ("à clore", "to be closed"),
}
_END: Bilingual = ("fin", "end")
_FILES: Mapping[str, tuple[Step, ...]] = {
    "review": ("opinions", "conclusion"),
    "funding": ("decision", "agreement", "tranches", "reports", "closing"),
}
"""The kinds of files that have steps, with theirs."""

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


def place_words(place: str) -> Bilingual:
    """A phase or a step, as Temporal's lists have it; the end, where it is neither."""
    step = next((words for step, words in _STEPS.items() if step == place), _END)
    return code_words(place, "phase") or step


def trouble_words(trouble: str) -> Bilingual:
    """Why a workflow does not go on by itself."""
    return _TROUBLE.get(trouble, ("une activité échoue, voir le journal", "an activity fails, see the log"))


def standing_details(standing: Standing) -> str:
    """Phase or step, status, what is awaited and until when; Temporal's markdown."""
    lines = [f"{_place(standing)}, {_status(standing)}", f"Registre / ledger: {standing.position}"]
    if standing.awaits:
        lines.append(f"Attend / awaits: `{standing.awaits}`, {standing.until}")
    return "\n\n".join(lines)


def trouble_details(trouble: str, told: int) -> str:
    """Why the workflow does not go on, in front of everything else."""
    french, english = trouble_words(trouble)
    return f"⚠ **{trouble}** — {french} / {english}\n\nRegistre / ledger: ≥ {told}"


def wait_summary(standing: Standing) -> str:
    """A timer's name: what is awaited, until when."""
    if standing.awaits:
        return f"{standing.awaits} {standing.until}"
    return f"{standing.phase or standing.step} ({standing.status})"


def _place(standing: Standing) -> str:
    if standing.phase:
        phase = code_words(standing.phase, "phase") or (standing.phase, standing.phase)
        return f"**{_begun(both(phase))}**, passage / pass {standing.pass_number}"
    return f"**{_begun(both(_STEPS[standing.step] if standing.step else _END))}**"


def _status(standing: Standing) -> str:
    """The file's own word; at its end, when nothing says its kind any more, that of the first kind that has it."""
    kinds = ("cooperation",) if standing.phase else _kinds(standing.step)
    found = (code_words(standing.status, kind) for kind in kinds)
    return both(next(filter(None, found), (standing.status, standing.status)))


def _kinds(step: Step | None) -> tuple[str, ...]:
    return tuple(kind for kind, steps in _FILES.items() if step is None or step in steps)


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
