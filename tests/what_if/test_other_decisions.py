"""Waivers, extensions, silences, selections and settlements under other rules; and who was entitled then."""

from datetime import date

from domain.cooperations.events.calls import ApplicationSelected
from domain.cooperations.events.file import CooperationImported
from domain.cooperations.events.lifecycle import AbandonmentSettled
from domain.kernel.values import Role, Settlement
from tests.domain.kit import on
from tests.domain.rules import CALLING, RULES, rulebook
from tests.domain.sample_people import FOUNDED, IN_ROLE, NOBODY, STEERING, granted
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN, WHY, extended, opened, waived
from tests.what_if.kit import deciding, gated, item, known, of_the_programme, replayed, replayed_import, told
from tests.what_if.pasts import DIAGNOSED, SILENCE


def test_a_waiver_needs_its_item_and_a_role_that_waives() -> None:
    """The steering committee waived what other rules do not ask for, or do not let it waive."""
    given = (*BEGUN, on("2026-02-02", waived("go"), STEERING))
    assert told(replayed(RULES, given)) == []
    assert told(replayed(gated("exploration"), given)) == [(3, "unknown_item", "")]
    found = replayed(rulebook(version=2, waives=["board"]), given)
    assert told(found) == [(3, "not_entitled", "")]
    assert found.differences[0].roles == (Role.STEERING_COMMITTEE,)


def test_an_extension_needs_its_deadline() -> None:
    """It no longer exists, or the day is no later than what it already gives."""
    given = (*BEGUN, on("2026-11-02", extended("go_decision", "go_decision/p1", date(2027, 3, 1))))
    assert told(replayed(RULES, given)) == []
    assert told(replayed(rulebook(version=2, deadlines=[]), given)) == [(3, "unknown_deadline", "")]
    assert told(replayed(deciding("P2Y"), given)) == [(3, "not_an_extension", "")]


def test_a_silence_that_counted_might_not_have() -> None:
    """For a deadline that knows no silence, or leaves more time, or lets it count as something else."""
    assert told(replayed(deciding("P3M", silence={"counts_as": "met"}), SILENCE)) == []
    later = replayed(deciding("P4M", silence={"counts_as": "met"}), SILENCE)
    assert told(later) == [(5, "silence_too_early", "")]
    assert told(replayed(RULES, SILENCE)) == [(5, "no_silence_counts", "")]
    other = replayed(deciding("P3M", silence={"counts_as": "paused"}), SILENCE)
    assert told(other) == [(5, "silence_counts_otherwise", "")]
    assert other.differences[0].refusal.params["counts_as"] == "paused"
    assert other.differences[0].roles == ()


def test_a_selection_needs_its_stage_and_who_selects() -> None:
    """The commission shortlisted what another funnel hears at once, or leaves to the jury."""
    commission = IN_ROLE[Role.REGIONAL_COMMISSION]
    shortlisted = on("2026-02-02", ApplicationSelected(stage="shortlisted", note=None), commission)
    given = (opened(call="toujours"), BEGUN[1], shortlisted)
    calling = of_the_programme(CALLING)
    assert told(replayed(calling, given)) == []
    assert calling.calls is not None
    first, second, *others = calling.calls.funnel
    hears = second.model_copy(update={"by": first.by})
    jury = first.model_copy(update={"by": (Role.JURY,)})
    for funnel, code in (((hears, *others), "not_the_next_stage"), ((jury, second, *others), "not_entitled")):
        calls = calling.calls.model_copy(update={"funnel": funnel})
        other = calling.model_copy(update={"calls": calls})
        assert told(replayed(other, given)) == [(3, code, "")]
    assert told(replayed(RULES, given)) == [(1, "no_calls", ""), (3, "not_entitled", "")]


def test_an_abandonment_is_settled_by_whom_the_rules_entitle() -> None:
    """And not by who asked."""
    settled = AbandonmentSettled(settlement=Settlement.REFUSED, reason=WHY)
    given = (*BEGUN, on("2026-02-02", ABANDONMENT_ASKED), on("2026-02-03", settled, STEERING))
    assert told(replayed(RULES, given)) == []
    other = rulebook(version=2, settles_abandonment=["board"])
    assert told(replayed(other, given)) == [(4, "not_entitled", "")]


def test_who_imports_a_past_vouches_for_who_decided() -> None:
    """Roles are not asked for, gates are."""
    imported = on("2026-06-01", CooperationImported(entries=6, at="2026-06-01T08:00:00Z"))
    given = (*DIAGNOSED, imported)
    assert told(replayed_import(RULES, given, NOBODY)) == []
    assert replayed_import(RULES, DIAGNOSED, NOBODY).differences
    other = gated("exploration", item("qualified", rule="declared"))
    assert told(replayed_import(other, given, NOBODY)) == [(6, "gate_incomplete", "qualified")]


def test_a_role_given_later_entitled_nobody_before() -> None:
    """Not even when it was given with an earlier day."""
    given = (*BEGUN, on("2026-02-02", waived("go"), NOBODY))
    grant = granted(NOBODY, Role.STEERING_COMMITTEE)
    assert told(replayed(RULES, given, known(*FOUNDED, grant))) == []
    assert told(replayed(RULES, given, known(*FOUNDED, later=(grant,)))) == [(3, "not_entitled", "")]
