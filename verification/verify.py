"""The verification: all checks of a ledger, and those of the database that holds it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eventstore.queries import load_queries
from projections.model import Rulebooks
from verification.anchor import Anchor, holds
from verification.chain import Chain
from verification.checkpoints import checkpoints
from verification.events import Events
from verification.findings import Code, Finding, Findings
from verification.founding import founding
from verification.guards import guards
from verification.letters import Letters
from verification.outcomes import Outcomes
from verification.pages import PageCheck, Seen, pages, seen
from verification.positions import headless, positions
from verification.read_models import Extent, read_models
from verification.store import NotReadable, Store
from verification.texts import Texts

Progress = Callable[[str, int, int], None]
"""Told how much of how much of a subject (``chain``, ``read_models``) is done."""

_QUERIES = load_queries(Path(__file__).with_name("verify.sql"))


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found in one ledger, which was looked at up to where it ended at the beginning.

    ``held_to`` is the last position up to which the chain holds. ``ledger`` is None if even its head cannot be read.
    """

    organisation: str
    ledger: Seen | None
    held_to: int = 0
    found: Findings = field(default_factory=Findings)

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.found.kept

    @property
    def anchor(self) -> Anchor | None:
        """What to note elsewhere; nothing where the chain does not hold."""
        ledger = self.ledger
        if ledger is None or self.held_to < ledger.position or ledger.position == 0:
            return None
        return Anchor(ledger.position, ledger.hash)


async def organisations(store: Store) -> Sequence[str]:
    """Everybody who has a ledger. Raises NotReadable, LedgerUnavailable."""
    return [row["organisation"] for row in await store.rows(_QUERIES["organisations"])]


async def verify_database(store: Store) -> Findings:
    """What concerns all ledgers: the guards, and ledgers without a head. Raises LedgerUnavailable."""
    found = Findings()
    await _add(found, "guards", guards(store))
    await _add(found, "positions", headless(store))
    return found


async def verify_ledger(
    store: Store,
    organisation: str,
    on_progress: Progress = lambda _subject, _done, _total: None,
    *,
    against: Anchor | None = None,
    extent: Extent | None = None,
    rulebooks: Rulebooks | None = None,
) -> Verified:
    """All checks of one ledger; ``extent`` says how much of the read models is folded anew, under ``rulebooks``.

    What is recorded meanwhile is no finding. Raises UnknownOrganisation, LedgerUnavailable.
    """
    try:
        ledger = await seen(store, organisation)
    except NotReadable as error:
        unseen = Verified(organisation, None)
        unseen.found.add([_not_checked("chain", error)])
        return unseen
    chain, found = Chain(ledger), Findings()
    await _add(found, "positions", positions(store, ledger))
    await _add(found, "founding", founding(store, ledger))
    if against:
        await _add(found, "anchor", holds(store, ledger, against))
    by_page: dict[str, PageCheck] = {
        "chain": chain,
        "events": Events(),
        "outcomes": Outcomes(store, ledger),
        "texts": Texts(store, ledger),
        "letters": Letters(store, ledger),
    }
    await _read_through(store, ledger, by_page, found, on_progress)
    await _add(found, "checkpoints", checkpoints(store, ledger))
    if extent and rulebooks:
        work = read_models(
            store,
            ledger,
            rulebooks,
            extent,
            found,
            lambda done, total: on_progress("read_models", done, total),
        )
        try:
            await work
        except NotReadable as error:
            found.add([_not_checked("read_models", error)])
    return Verified(organisation, ledger, chain.held_to, found)


async def _read_through(
    store: Store, ledger: Seen, checks: dict[str, PageCheck], found: Findings, on_progress: Progress
) -> None:
    """Show each page to all checks; one that the database does not answer is left out from then on."""
    try:
        async for page in pages(store, ledger):
            for subject, check in list(checks.items()):
                if not await _add(found, subject, check.page(page)):
                    del checks[subject]
            on_progress("chain", page[-1].position, ledger.position)
    except NotReadable as error:
        found.add([_not_checked("chain", error)])
        return
    for subject, check in checks.items():
        await _add(found, subject, check.end())


async def _add(found: Findings, subject: str, work: Awaitable[Sequence[Finding]]) -> bool:
    """Keep what a check finds; whether the database let it look."""
    try:
        found.add(await work)
    except NotReadable as error:
        found.add([_not_checked(subject, error)])
        return False
    return True


def _not_checked(subject: str, error: NotReadable) -> Finding:
    return Finding(Code.NOT_CHECKED, None, {"subject": subject, "why": str(error)})
