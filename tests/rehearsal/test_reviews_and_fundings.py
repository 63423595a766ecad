"""Reviews and fundings are lived in a rehearsal: asked, told, concluded, decided, paid; or forgotten."""

from datetime import date
from typing import Any

from application.rehearsal.rehearsing import Rehearsal
from tests.rehearsal.staging import item, phase, rehearsed, rules

NAMED = {"fr": "Avis du jury", "en": "Opinion of the jury"}
PANEL: dict[str, Any] = {
    "panel": "jury",
    "name": {"fr": "Jury", "en": "Jury"},
    "mode": "advisory",
    "members": [{"role": "jury"}, {"role": "board"}],
    "within": "P2M",
    "ladder": "asked",
}
GRANT: dict[str, Any] = {
    "instrument": "grant",
    "name": {"fr": "Subvention", "en": "Grant"},
    "kind": "grant",
    "circuit": [{"by": ["board"]}],
    "steps": {
        "decision": {"within": "P1M", "ladder": "asked"},
        "payment": {"within": "P14D", "ladder": "paying"},
    },
    "tranches": [
        {
            "tranche": "first",
            "name": {"fr": "Acompte", "en": "Advance"},
            "share": 60,
            "when": ["agreement-signed"],
        },
        {
            "tranche": "last",
            "name": {"fr": "Solde", "en": "Balance"},
            "share": 40,
            "when": ["report-accepted"],
        },
    ],
    "reports": [
        {
            "report": "balance",
            "name": {"fr": "Bilan", "en": "Balance"},
            "within": "P1Y",
            "ladder": "usual",
        }
    ],
}
LADDERS = {
    "usual": [{"rung": "before", "offset": "-P14D", "to": "managers"}],
    "asked": [
        {"rung": "before", "offset": "-P7D", "to": "jury"},
        {"rung": "late", "offset": "P7D", "to": "managers"},
    ],
    "paying": [{"rung": "due", "offset": "P0D", "to": "finance-officer"}],
}
MOVED = (
    "1 April 2027 → 1 July 2027: pause from 1 March 2027 to 31 May 2027, the clock goes on with what remained"
)
HEAD = "scenario: s\nname: {fr: S, en: S}\n"


def lived(scenario: str = "nominal", *gate: dict[str, Any], **parts: Any) -> Rehearsal:
    """A life of three months to pass a gate that asks the jury, or of what is given."""
    asked = gate or (item("opinion", rule="review", review="jury", outcomes=["favourable"]),)
    reviews = [{"review": "jury", "name": NAMED, "panel": "jury", "about": "gate"}]
    whole: dict[str, Any] = {
        "panels": [PANEL],
        "reviews": reviews,
        "instruments": [GRANT],
        "ladders": LADDERS,
    }
    text = scenario.encode() if scenario.startswith("scenario:") else scenario
    return rehearsed(rules(phases={"exploration": phase(*asked, expected="P9M")}, **{**whole, **parts}), text)


def rows(shown: Rehearsal, *kinds: str) -> list[tuple[str, str, str]]:
    """Rows of some kinds: the day, the file, and the rung or the event."""
    return [
        (f"{row.at:%Y-%m-%d}", row.file, row.rung or (row.event.type if row.event else row.occurrence))
        for row in shown.rows
        if row.kind in kinds
    ]


def test_members_are_invited_reminded_and_heard_and_the_rule_concludes() -> None:
    """Each is told by name; who has answered is not reminded; the service concludes once all have."""
    shown = lived()
    told = [row for row in shown.rows if row.kind in ("reminder", "escalation")]
    assert [(f"{row.at:%Y-%m-%d}", row.rung, [one.person for one in row.to]) for row in told] == [
        ("2027-03-15", "invitation", ["jury", "board"]),
        ("2027-05-11", "before", ["jury", "board"]),
    ]
    assert {row.file for row in told} == {"review:avis-1"}
    assert rows(shown, "review", "due") == [
        ("2027-03-15", "review:avis-1", "ReviewOpened"),
        ("2027-05-12", "review:avis-1", "ReviewConcluded"),
        ("2027-05-18", "review:avis-1", "opinions/e1"),
    ]
    assert {row.about and row.about.en for row in shown.rows if row.file == "review:avis-1"} == {NAMED["en"]}


def test_a_chair_who_concludes_is_told_has_a_deadline_and_meets_it() -> None:
    """By name when the last opinion is in; the date shows the role, since whoever holds it may."""
    shown = lived(panels=[{**PANEL, "chair": "board", "concludes": "chair"}])
    told = [row for row in shown.rows if row.rung == "handed_up"]
    assert [(f"{row.at:%Y-%m-%d}", [one.person for one in row.to]) for row in told] == [
        ("2027-05-12", ["board"])
    ]
    [due] = [row for row in shown.rows if row.kind == "due" and row.occurrence == "conclusion/v1"]
    assert ([one.role for one in due.to], f"{due.due_on}") == (["presiding"], "2027-07-12")
    assert due.settled_on == date(2027, 7, 7)
    assert ("2027-07-07", "review:avis-1", "ReviewConcluded") in rows(shown, "review")


def test_a_pause_moves_the_opinions_that_are_owed() -> None:
    """As it moves every other clock, unless the panel is exempt."""
    pause = HEAD + (
        "acts:\n"
        "  - {at: 2027-02-01, type: OpenReview, review: r, question: jury}\n"
        "  - {at: 2027-03-01, type: PauseCooperation, reason: Repos.}\n"
        "  - {at: 2027-05-31, type: ResumeCooperation, reason: Reprise.}\n"
    )
    due = [row for row in lived(pause).rows if row.kind == "due"]
    assert [(f"{row.due_on}", row.why[0].en) for row in due] == [
        (
            "2027-07-01",
            MOVED,
        )
    ]
    exempt = lived(pause, panels=[{**PANEL, "pause": "ignore"}])
    assert [f"{row.due_on}" for row in exempt.rows if row.kind == "due"] == ["2027-04-01"]


def test_silence_of_a_panel_counts_as_its_rulebook_says() -> None:
    """Nobody answers: after the last day, silence is favourable, and the rule concludes."""
    asked = HEAD + "acts:\n  - {at: 2027-02-01, type: OpenReview, review: r, question: jury}\n"
    shown = lived(asked, panels=[{**PANEL, "silence": "favourable"}])
    assert rows(shown, "silence", "review") == [
        ("2027-02-01", "review:r", "ReviewOpened"),
        ("2027-04-02", "review:r", "SilenceCounted"),
        ("2027-04-02", "review:r", "ReviewConcluded"),
    ]


def test_money_goes_from_its_request_to_its_closing() -> None:
    """Requested, decided, agreed, paid in tranches as their conditions hold, reported, closed before the file is."""
    shown = lived("nominal", item("money", rule="funding", instrument="grant"))
    assert shown.status == "closed"
    assert shown.refused == ()
    happened = [event for _, _, event in rows(shown, "funding", "payment")]
    assert happened == [
        "FundingRequested",
        "EligibilityAssessed",
        "FundingGranted",
        "AgreementPrepared",
        "AgreementSigned",
        "AgreementSigned",
        "TrancheRequested",
        "TrancheApproved",
        "PaymentOrdered",
        "PaymentConfirmed",
        "ReportSubmitted",
        "ReportAccepted",
        "TrancheRequested",
        "TrancheApproved",
        "PaymentOrdered",
        "PaymentConfirmed",
        "FundingClosed",
    ]
    different = {
        one.command.type: shown.people[one.command.actor]
        for one in shown.given
        if one.command.type in ("RequestTranche", "ApproveTranche", "OrderPayment")
    }
    assert len(set(different.values())) == len(different)


def test_a_request_that_silence_refuses_is_refused() -> None:
    """Where the rulebook says so, and once people were told."""
    steps = {"decision": {"within": "P1M", "ladder": "asked", "silence": "refused"}}
    request = (
        "{instrument: grant, amount_cents: 100000, since: 2027-03-01, until: 2028-02-29, "
        "beneficiary: {kind: asso, name: A, identifier: '73282932000074'}, "
        "plan: [{expense: other, label: Tout, cents: 100000}]}"
    )
    text = HEAD + f"acts:\n  - {{at: 2027-02-01, type: RequestFunding, funding: f, request: {request}}}\n"
    shown = lived(
        text, item("money", rule="funding", instrument="grant"), instruments=[{**GRANT, "steps": steps}]
    )
    assert shown.refused == ()
    assert [row for row in rows(shown, "silence", "reminder") if row[0] > "2027-02-01"] == [
        ("2027-02-22", "funding:f", "before"),
        ("2027-03-02", "funding:f", "SilenceCounted"),
    ]


def test_acts_may_be_about_reviews_fundings_envelopes_and_accounts() -> None:
    """People are named by alias, the cooperation is not named, and ``by`` takes a seat where somebody is replaced."""
    text = HEAD + (
        "people:\n"
        "  - {alias: lou, roles: [{role: programme-manager}]}\n"
        "  - {alias: juge, roles: [{role: jury}]}\n"
        "  - {alias: autre, roles: [{role: jury}]}\n"
        "  - {alias: bea, roles: [{role: board}]}\n"
        "  - {alias: fin, roles: [{role: finance-officer}]}\n"
        "acts:\n"
        "  - {at: P0D, type: OpenCooperation, managers: [lou]}\n"
        "  - {at: 2027-02-01, type: OpenReview, review: r, question: jury, members: [juge, bea]}\n"
        "  - {at: 2027-02-02, type: ReplaceMember, review: r, member: juge, substitute: autre, reason: Malade.}\n"
        "  - {at: 2027-02-03, by: bea, type: DeclareInterests, review: r, conflict: true, reason: Voisin.}\n"
        "  - {at: 2027-02-04, by: autre, type: DeclareInterests, review: r, conflict: false}\n"
        "  - {at: 2027-02-05, by: autre, type: GiveOpinion, review: r, opinion: abstention, dossier: 1}\n"
        "  - {at: 2027-02-08, by: bea, type: OpenEnvelope, envelope: essai/grant/2027, commitments_cents: 100}\n"
        "  - {at: 2027-02-09, by: fin, type: ProposeBankDetails, account: '73282932000074', holder: A,"
        " iban: FR7630006000011234567890189}\n"
    )
    shown = lived(text, panels=[{**PANEL, "named": True}])
    assert [one.refusal for one in shown.given] == [None] * 8
    assert [shown.people[one.command.actor] for one in shown.given[2:4]] == ["lou", "bea"]
