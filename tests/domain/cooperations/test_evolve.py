"""How a file folds: passes are numbered and stay as they were, what is said of it follows."""

import pytest

from domain.cooperations.events.file import (
    CommitmentRecorded,
    ManagersChanged,
    SheetEdited,
    StakeholderChanged,
    StakeholderRetired,
)
from domain.cooperations.events.lifecycle import AbandonmentSettled, CooperationReopened
from domain.cooperations.evolve.file import evolve, fold
from domain.cooperations.state import Cooperation
from domain.files.events import DeliveryReported, DeliverySettled, ReminderOvertaken
from domain.kernel.event import Event
from domain.kernel.prose import Prose
from domain.kernel.values import ClosingOutcome, EconomicModel, Phase, Settlement, Term, Territory
from domain.people.events import FilesHandedOver
from tests.domain.kit import Given, file_of, history, on
from tests.domain.sample_people import ELECTED, MANAGER, SECOND_MANAGER
from tests.domain.vocabulary import (
    ABANDONMENT_ASKED,
    BEGUN,
    HANDED_OVER,
    MESSAGE,
    PAUSED,
    RESUMED,
    WHY,
    contact,
    delivered,
    drafted,
    entered,
    member,
    reminded,
    signed,
)

BACK_AND_FORTH = (
    *BEGUN,
    on("2026-02-02", entered(Phase.DIAGNOSIS, 2)),
    on("2026-03-02", delivered("portrait")),
    on("2026-04-01", entered(Phase.EXPLORATION, 3, "back")),
    on("2026-05-04", entered(Phase.DIAGNOSIS, 4)),
)


def test_going_back_leaves_the_earlier_pass_as_it_was() -> None:
    """Each pass has its number, its phase, how it began, when it was entered and left."""
    file = file_of(*BACK_AND_FORTH)
    assert [(one.number, one.phase, one.way, one.entered_at, one.left_at) for one in file.passes] == [
        (1, Phase.EXPLORATION, "opened", "2026-01-05", "2026-02-02"),
        (2, Phase.DIAGNOSIS, "advanced", "2026-02-02", "2026-04-01"),
        (3, Phase.EXPLORATION, "back", "2026-04-01", "2026-05-04"),
        (4, Phase.DIAGNOSIS, "advanced", "2026-05-04", None),
    ]


def test_every_entry_knows_its_pass() -> None:
    """What was delivered in the second pass stays in it; a pass begins with the entry that enters it."""
    file = file_of(*BACK_AND_FORTH)
    assert {number: one.pass_number for number, one in file.entries.items()} == {
        1: 1,
        2: 1,
        3: 2,
        4: 2,
        5: 3,
        6: 4,
    }


def test_closing_and_reopening() -> None:
    """A closing ends the pass and any sleep; reopening begins a new pass of the same phase."""
    closed = file_of(*BEGUN, on("2026-02-02", PAUSED), on("2026-03-02", HANDED_OVER))
    assert closed.closed is not None
    assert (closed.status, closed.closed.outcome, closed.closed.handed_to) == (
        "closed",
        ClosingOutcome.HANDED_OVER,
        "La ville",
    )
    assert (closed.current.left_at, closed.paused) == ("2026-03-02", False)
    assert closed.pauses[-1].until == "2026-03-02"
    again = history(
        on("2026-09-01", CooperationReopened(reason=WHY)),
        on("2026-09-01", entered(Phase.EXPLORATION, 2, "reopened")),
        first=closed.entry + 1,
    )
    reopened = fold(closed, again)
    assert reopened is not None
    assert (reopened.status, reopened.closed) == ("active", None)
    assert [(one.number, one.left_at) for one in reopened.passes] == [(1, "2026-03-02"), (2, None)]


GRANTED = AbandonmentSettled(settlement=Settlement.GRANTED, reason=WHY)
REFUSED = AbandonmentSettled(settlement=Settlement.REFUSED, reason=WHY)


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ((), "active"),
        ((PAUSED,), "paused"),
        ((PAUSED, RESUMED), "active"),
        ((ABANDONMENT_ASKED,), "abandonment-requested"),
        ((ABANDONMENT_ASKED, REFUSED), "active"),
        ((ABANDONMENT_ASKED, GRANTED), "closed"),
        ((HANDED_OVER,), "closed"),
    ],
    ids=["begun", "asleep", "awake", "asked", "refused", "granted", "handed over"],
)
def test_what_is_said_of_a_file(given: Given, status: str) -> None:
    """One word for where it stands."""
    assert file_of(*BEGUN, *given).status == status


def test_a_request_to_abandon_remembers_who_asked() -> None:
    """So that somebody else settles it; settled, it is gone."""
    asked = file_of(*BEGUN, on("2026-02-02", ABANDONMENT_ASKED, actor=ELECTED))
    assert asked.abandonment is not None
    assert (asked.abandonment.requested_by, asked.abandonment.since) == (ELECTED, "2026-02-02")
    granted = file_of(*BEGUN, ABANDONMENT_ASKED, GRANTED)
    assert (granted.abandonment, granted.closed and granted.closed.outcome) == (
        None,
        ClosingOutcome.ABANDONED,
    )


def test_the_sheet_says_what_was_last_said() -> None:
    """An edit changes the given fields only."""
    edit = SheetEdited(economic_model=EconomicModel.MARKET, territory=Territory(name="Le port"))
    managers = ManagersChanged(managers=(SECOND_MANAGER,), reason=WHY)
    file = file_of(*BEGUN, edit, managers)
    assert (file.economic_model, file.territory.name, file.name, file.managers, file.programme) == (
        EconomicModel.MARKET,
        "Le port",
        "Rives en commun",
        (SECOND_MANAGER,),
        "essai",
    )


def test_the_collective_says_who_is_who() -> None:
    """Changes and departures keep what came before."""
    change = StakeholderChanged(stakeholder="amae", role="Coordination", term=Term(), carries_the_money=True)
    file = file_of(
        *BEGUN,
        member("amae"),
        member("egraine"),
        change,
        StakeholderRetired(stakeholder="egraine", reason=WHY),
    )
    assert [
        (one.id, one.role, one.carries_the_money, one.retired, one.entry)
        for one in file.stakeholders.values()
    ] == [
        ("amae", "Coordination", True, False, 3),
        ("egraine", "Animation", False, True, 4),
    ]


def test_a_new_draft_leaves_the_signed_charter_in_force() -> None:
    """Until it is signed in turn."""
    file = file_of(*BEGUN, drafted(), signed(3), drafted())
    assert file.charter is not None
    assert (file.charter.draft, file.charter.signed, file.charter.signatories) == (5, 4, ("amae", "egraine"))


def test_the_table_of_commitments_holds_one_line_for_two_parties() -> None:
    """And another for one party and all."""
    to_all = CommitmentRecorded(party="amae", toward=None, expects=WHY, brings=WHY)
    to_one = CommitmentRecorded(party="amae", toward="egraine", expects=WHY, brings=Prose(text="Du temps"))
    file = file_of(*BEGUN, to_all, to_one, to_one)
    assert {key: line.entry for key, line in file.commitments.items()} == {
        ("amae", None): 3,
        ("amae", "egraine"): 5,
    }


def test_a_message_is_known_by_what_became_of_it() -> None:
    """Queued, in doubt, sent again, sent."""
    events: list[Event] = [
        reminded("go_decision/p1", "before"),
        DeliveryReported(message=MESSAGE, delivery="unknown", code=None),
        DeliverySettled(message=MESSAGE, decision="resend", reason=WHY),
        DeliveryReported(message=MESSAGE, delivery="sent", code="250"),
    ]
    said = [file_of(*BEGUN, *events[:number]).messages[MESSAGE].delivery for number in range(1, 5)]
    assert said == ["queued", "unknown", "queued", "sent"]


def test_rungs_sent_and_overtaken_are_done() -> None:
    """Per occurrence."""
    overtaken = ReminderOvertaken(occurrence="go_decision/p1", rung="before", by="due")
    file = file_of(*BEGUN, overtaken, reminded("go_decision/p1", "due"))
    assert file.rungs_done == {"go_decision/p1": frozenset({"before", "due"})}


def test_a_life_begins_with_its_opening() -> None:
    """Anything else is a fault of the ledger, and said so."""
    with pytest.raises(ValueError, match="cooperation:rives does not begin with its opening"):
        evolve(None, history(contact())[0])


def test_what_belongs_to_others_changes_nothing() -> None:
    """Folding is total: it only counts the entry."""
    file = file_of(*BEGUN)
    stray = FilesHandedOver(from_person=MANAGER, to_person=ELECTED, files=(), reason=WHY)
    after: Cooperation = evolve(file, history(stray, first=3)[0])
    assert (after.entry, after.name, after.passes) == (3, file.name, file.passes)
