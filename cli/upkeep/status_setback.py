"""A ledger that went back, for `escale status`: said before everything else, with what to do."""

from typing import TYPE_CHECKING

from language import t
from queries.status import OrganisationStatus

if TYPE_CHECKING:
    from rich.console import Console


def draw_setback(out: "Console", one: OrganisationStatus) -> None:
    """Shout if a later history was known than an organisation's ledger holds."""
    files, ahead = one.ledger_behind, one.models_ahead
    if not (one.went_back or files or ahead):
        return
    out.print(
        t("⚠ LE REGISTRE EST REVENU EN ARRIÈRE (restauré ?).", "⚠ THE LEDGER WENT BACK (restored?)."),
        style="bold",
        markup=False,
    )
    for setback in one.went_back:
        known, found, at = setback.known, setback.found, f"{setback.noticed_at:%Y-%m-%d %H:%M:%S}"
        out.print(
            t(
                f"  {at} (UTC) : la position {known} était connue, il finissait en {found}",
                f"  {at} (UTC): position {known} was known, it ended at {found}",
            ),
            markup=False,
        )
    if files:
        names = ", ".join(files)
        out.print(
            t(f"  en savent plus, et ne font plus rien : {names}", f"  know more, and do nothing: {names}"),
            markup=False,
        )
    if ahead:
        names = ", ".join(ahead)
        out.print(t(f"  vues d’une autre histoire : {names}", f"  of another history: {names}"), markup=False)
    out.print(
        t(
            "  Vérifiez que c’est le bon registre, ressaisissez ce qui peut l’être, puis "
            "`escale recover --after-restore`.",
            "  See that it is the right ledger, record again what can be, then "
            "`escale recover --after-restore`.",
        ),
        markup=False,
    )
