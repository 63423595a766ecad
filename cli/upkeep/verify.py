"""``escale verify``: every organisation, or one, and the database that holds them."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.progress import Progress

from bootstrap import Service
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import console, write_json
from cli.terminal.session import opened
from cli.upkeep.findings import as_json as findings_as_json
from cli.upkeep.findings import drawn
from domain.kernel.ledger import LedgerUnavailable
from domain.kernel.moments import write_instant
from language import Text, say, t
from queries.refused import Failure, invalid, out_of_reach
from queries.visit import unknown_organisation
from verification.anchor import Anchor, read_anchor
from verification.findings import Findings
from verification.read_models import Extent
from verification.store import NotReadable, reading
from verification.verify import Verified, organisations, verify_database, verify_ledger
from wording import remedies
from wording.punctuation import labelled, quoted
from wording.verification import BEYOND
from wording.verification_guards import PARTICULARS

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in the database, and in each ledger that was looked at."""

    database: Findings
    ledgers: Sequence[Verified]

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.database.kept and all(one.holds for one in self.ledgers)


async def verify(organisation: str, against: str, extent: str, *, as_json: bool) -> ExitCode:
    """Check everything, or one organisation, and say what was found."""
    asked, anchor = _extent(extent), _anchor(against)
    async with opened() as service:
        try:
            report = await verified(service, organisation, anchor, asked, as_json=as_json)
        except (LedgerUnavailable, OSError):
            raise out_of_reach() from None
    if as_json:
        write_json(report_as_json(report))
    else:
        draw(report)
    return ExitCode.RECORDED if report.holds else ExitCode.REFUSED


async def verified(
    service: Service,
    organisation: str = "",
    anchor: Anchor | None = None,
    extent: Extent | None = None,
    *,
    as_json: bool,
) -> Report:
    """Check the database, then one organisation or all. Raises Failure, LedgerUnavailable."""
    async with reading(service.pool) as store:
        database = await verify_database(store)
        try:
            there = await organisations(store)
        except NotReadable:
            return Report(database, ())
        if organisation and organisation not in there:
            raise unknown_organisation(organisation, there)
        named = [organisation] if organisation else there
        if anchor and len(named) != 1:
            raise _whose_anchor(there)
        with progress(as_json=as_json) as show:
            ledgers = [
                await verify_ledger(
                    store, one, show(one), against=anchor, extent=extent, rulebooks=service.rulebooks
                )
                for one in named
            ]
    return Report(database, ledgers)


def progress(*, as_json: bool) -> "AbstractContextManager[Callable[[str], Callable[[str, int, int], None]]]":
    """A bar for each organisation and subject, where somebody looks."""
    out = console(errors=True)
    if as_json or not out.is_terminal:
        return nullcontext(lambda _organisation: lambda _subject, _done, _total: None)
    return _Bars(Progress(console=out, transient=True))


class _Bars:
    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[tuple[str, str], Any] = {}

    def __enter__(self) -> Callable[[str], Callable[[str, int, int], None]]:
        self._bars.start()
        return self._of

    def __exit__(self, *_how: object) -> None:
        self._bars.stop()

    def _of(self, organisation: str) -> Callable[[str, int, int], None]:
        def show(subject: str, done: int, total: int) -> None:
            task = self._tasks.get((organisation, subject))
            if task is None:
                task = self._bars.add_task(labelled(organisation, say(PARTICULARS[subject])), total=total)
                self._tasks[organisation, subject] = task
            self._bars.update(task, completed=done)

        return show


def draw(report: Report) -> None:
    """What was found, for people."""
    out = console()
    for one in report.ledgers:
        _draw_ledger(one)
    if report.database.kept:
        out.print(t("La base elle-même :", "The database itself:"))
        for line in drawn(report.database):
            out.print(line, markup=False)
    else:
        out.print(
            t("Les gardes de la base sont en place.", "The guards of the database stand."), markup=False
        )
    out.print(say(BEYOND), markup=False)


def _draw_ledger(one: Verified) -> None:
    out, ledger = console(), one.ledger
    head = ledger.position if ledger else 0
    if one.holds:
        said = t(f"tout tient, {head} entrées.", f"everything holds, {head} entries.")
    elif one.held_to == head:
        said = t(f"la chaîne tient, {head} entrées, mais :", f"the chain holds, {head} entries, but:")
    else:
        said = t(
            f"la chaîne tient jusqu’à la position {one.held_to} de {head}, et pas plus loin :",
            f"the chain holds up to position {one.held_to} of {head}, and no further:",
        )
    out.print(t(f"{one.organisation} : {said}", f"{one.organisation}: {said}"), markup=False)
    for line in drawn(one.found):
        out.print(line, markup=False)
    if ledger and (anchor := one.anchor):
        at = f"{ledger.recorded_at:%Y-%m-%d %H:%M:%S} UTC"
        out.print(
            t(
                f"  Tête : position {head}, enregistrée le {at}. À noter ailleurs :",
                f"  Head: position {head}, recorded {at}. To note elsewhere:",
            ),
            markup=False,
        )
        out.print(f"  {anchor}", markup=False)


def report_as_json(report: Report) -> dict[str, Any]:
    """What was found, for programs."""
    return {
        "holds": report.holds,
        "ledgers": [_ledger_as_json(one) for one in report.ledgers],
        "database": {
            "findings": findings_as_json(report.database.kept),
            "more": dict(report.database.beyond),
        },
        "limits": BEYOND._asdict(),
    }


def _ledger_as_json(one: Verified) -> dict[str, Any]:
    ledger = one.ledger
    head = ledger and {
        "position": ledger.position,
        "recorded_at": write_instant(ledger.recorded_at),
        "hash": ledger.hash.hex(),
    }
    return {
        "organisation": one.organisation,
        "kind": ledger and ledger.kind,
        "holds": one.holds,
        "held_to": one.held_to,
        "head": head,
        "anchor": str(one.anchor) if one.anchor else None,
        "findings": findings_as_json(one.found.kept),
        "more": dict(one.found.beyond),
    }


def _anchor(text: str) -> Anchor | None:
    try:
        return read_anchor(text) if text else None
    except ValueError:
        raise invalid(
            "bad-anchor",
            Text(f"{quoted(text).fr} n’est pas une tête notée", f"{quoted(text).en} is no noted head"),
            Text(
                "POSITION:EMPREINTE, comme `escale verify` l’écrit : un nombre, « : », 64 chiffres et lettres a à f.",
                "POSITION:HASH as `escale verify` prints it: a number, a colon, 64 digits and letters a to f.",
            ),
        ) from None


def _extent(text: str) -> Extent | None:
    try:
        return Extent(text) if text else None
    except ValueError:
        raise invalid(
            "bad-extent",
            Text(
                f"{quoted(text).fr} ne dit pas combien comparer",
                f"{quoted(text).en} does not say how much to compare",
            ),
            Text("--read-models sample (quelques dossiers) ou all (tous).", "--read-models sample, or all."),
        ) from None


def _whose_anchor(there: Sequence[str]) -> Failure:
    known = ", ".join(there)
    return invalid(
        "anchor-of-whom",
        Text("de quelle organisation est cette tête ?", "whose head is that?"),
        remedies.one_of_organisations(known),
    )
