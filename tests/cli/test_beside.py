"""Reviews, fundings and envelopes as people read them: in lists and in full, with what is theirs to see and no more."""

import pytest

from tests.cli.beside_story import ALIX, ANDREA, ANGE, CHARLIE, MIKA, ROBIN, SWANN, money_house
from tests.cli.house import NOUR, House
from tests.support.postgres import Database

__all__ = ["money_house"]

NOTE = "Le portrait sensible, relu (inventé)."
"""What the jury of Noailles is given to read."""


def test_fundings_are_listed_to_those_who_may_read_their_cooperation(money_house: House) -> None:
    """Swann sees the two of Hauts-de-France with their amounts; Nour that of Marseille alone."""
    rows = {one["funding"]: one for one in money_house.run("fundings", "--as", SWANN, "--json").json["rows"]}
    amounts = ("status", "requested_cents", "granted_cents", "reserved_cents", "paid_cents", "eligible")
    assert [rows["filature-2027"][key] for key in amounts] == [
        "granted",
        3_000_000,
        3_000_000,
        1_500_000,
        1_500_000,
        True,
    ]
    assert [rows["halle-2027"][key] for key in amounts] == ["refused", 6_000_100, None, 0, 0, False]
    seen = money_house.run("fundings", "--as", NOUR, "--json").json["rows"]
    assert [one["funding"] for one in seen] == ["epicerie-2027"]


def test_a_funding_in_full_tells_its_course_from_eligibility_to_payments(money_house: House) -> None:
    """Rule by rule with sentences, decision, signatures, condition, tranches, payment, report."""
    told = money_house.run("fundings", "filature-2027", "--as", SWANN, "--json").json
    cap = next(one for one in told["findings"] if one["rule"] == "cap")
    assert (cap["holds"], "50\u00a0% des dépenses éligibles" in cap["sentence"]["fr"]) == (True, True)
    assert [(one["actor"], one["amount_cents"]) for one in told["decisions"]] == [(ROBIN, 3_000_000)]
    assert told["agreement"]["signed"] == {"region": "2027-02-08", "atelier": "2027-02-09"}
    assert [(one["condition"], one["met"]) for one in told["conditions"]] == [("town_letter", None)]
    stages = [(one["tranche"], one["cents"], one["stage"]) for one in told["tranches"]]
    assert stages == [("advance", 1_500_000, "paid"), ("balance", 1_500_000, "planned")]
    [payment] = told["payments"]
    assert (payment["reference"], payment["executed_on"], payment["stage"]) == ("VIR-1", "2027-02-22", "paid")
    assert [(one["report"], one["stage"]) for one in told["reports"]] == [("final_report", "owed")]
    soonest = told["deadlines"][0]
    assert (soonest["subject"], soonest["due_on"]) == ("town_letter", "2027-04-30")


def test_an_amendment_shows_what_it_changes_and_what_it_does_to_schedule_and_budget(
    money_house: House,
) -> None:
    """From 30 000 € to 29 000 €, two months longer: the balance shrinks, 1 000 € go back."""
    [amendment] = money_house.run("fundings", "filature-2027", "--as", SWANN, "--json").json["amendments"]
    before = amendment["before"]
    assert (before["amount_cents"], amendment["amount_cents"]) == (3_000_000, 2_900_000)
    assert (before["until"], amendment["until"]) == ("2028-01-31", "2028-03-31")
    assert [one["cents"] for one in before["schedule"]] == [1_500_000, 1_500_000]
    assert [one["cents"] for one in amendment["schedule"]] == [1_500_000, 1_400_000]
    assert (amendment["stage"], amendment["budget_cents"], amendment["decision"]) == (
        "proposed",
        -100_000,
        None,
    )


def test_a_refusal_shows_its_reasons_and_which_rules_do_not_hold(money_house: House) -> None:
    """The amount and the cap; the points as keys, the reasons from the vault."""
    told = money_house.run("fundings", "funding:halle-2027", "--as", SWANN, "--json").json
    assert [one["rule"] for one in told["findings"] if not one["holds"]] == ["amount", "cap"]
    [refusal] = told["decisions"]
    assert (refusal["decision"], refusal["points"]) == ("refused", ["residents_absent"])
    assert refusal["reasons"] == "Aucun habitant dans le projet (inventé)."


def test_an_envelope_tells_what_is_set_aside_paid_and_free(money_house: House) -> None:
    """In the list and in full; to somebody of another region its fundings are one sum."""
    [row] = money_house.run("envelopes", "--as", ROBIN, "--json").json["rows"]
    amounts = ("allotted_cents", "reserved_cents", "consumed_cents", "balance_cents", "fundings", "year")
    assert [row[key] for key in amounts] == [10_000_000, 1_500_000, 1_500_000, 7_000_000, 1, "2027"]
    full = money_house.run("envelopes", "acte/acte_grant/2027", "--as", ROBIN, "--json").json
    share = {"reserved_cents": 1_500_000, "consumed_cents": 1_500_000}
    assert full["shares"] == [{"funding": "filature-2027", **share}]
    assert [one["type"] for one in full["movements"]] == ["EnvelopeOpened"]
    elsewhere = money_house.run("envelopes", "acte/acte_grant/2027", "--as", NOUR, "--json").json
    assert elsewhere["shares"] == [{"funding": None, **share}]


def test_a_review_in_full_shows_who_owes_what_and_how_the_votes_stand(money_house: House) -> None:
    """Charlie has given an opinion, Andréa owes hers; with dossier and minutes for those who may read them."""
    told = money_house.run("reviews", "noailles-avis", "--as", CHARLIE, "--json").json
    owed = {one["person"]: (bool(one["declared"]), one["opinion"], one["owed_by"]) for one in told["members"]}
    assert owed == {CHARLIE: (True, "unfavourable", None), ANDREA: (False, None, ANDREA)}
    votes = ("effective", "expressed", "unfavourable", "abstentions", "quorum")
    assert [told["votes"][key] for key in votes] == [2, 1, 1, 0, 1]
    assert [(one["note"], one["dossier"]) for one in told["versions"]] == [(NOTE, 1)]
    [opinion] = told["minutes"]
    assert (opinion["points"], opinion["counts"]) == (["few_residents"], True)
    assert opinion["would_change"] == "Un collectif d’habitants (inventé)."


def test_who_has_not_declared_interests_sees_no_dossier_nor_opinion(money_house: House) -> None:
    """Andréa sees that she is asked and by when; nothing of what was put before the panel, nor what others say."""
    shown = money_house.run("reviews", "noailles-avis", "--as", ANDREA, "--json")
    told = shown.json
    assert (told["dossier_readable"], told["versions"], told["minutes"], told["votes"]) == (
        False,
        None,
        None,
        None,
    )
    assert {one["opinion"] for one in told["members"]} == {None}
    assert NOTE not in shown.out
    people = money_house.run("reviews", "noailles-avis", "--as", ANDREA, ESCALE_LOCALE="en")
    assert "Declare your interests first" in people.err
    assert money_house.run("history", "noailles", "--as", ANDREA, "--json").code == 1
    history = money_house.run("history", "review:noailles-avis", "--as", ANDREA, "--json")
    assert NOTE not in history.out
    hidden = [one["details"] for one in history.json["entries"] if one["file"] == "review:noailles-avis"]
    assert hidden == [{}, {}, {}]


def test_a_member_of_a_panel_reads_what_is_public_of_a_cooperation_and_no_funding(money_house: House) -> None:
    """Alix sits on the regional commission: the review is hers, the request and the notes are not."""
    refused = money_house.run("fundings", "epicerie-2027", "--as", ALIX, "--json")
    assert (refused.code, refused.json["refusal"]["code"]) == (1, "not-readable")
    sheet = money_house.run("show", "epicerie", "--as", ALIX, "--json").json
    assert (sheet["public"], sheet["file"], sheet["grants"]) == (True, "epicerie", [])
    assert [one["review"] for one in sheet["reviews"]] == ["epicerie-etude"]
    said = money_house.run("show", "epicerie", "--as", ALIX, ESCALE_LOCALE="en").out
    assert "Public sheet" in said
    lines = money_house.run("portfolio", "--as", ALIX, "--json").json["rows"]
    assert {one["file"]: one["managers"] for one in lines if not one["whole"]}["epicerie"] == []
    assert money_house.run("fundings", "epicerie-2027", "--as", NOUR, "--json").code == 0


def test_reviews_are_listed_to_their_members_and_to_readers_of_the_cooperation(money_house: House) -> None:
    """Nour sees both of Marseille; Swann, of another region and on no panel, none."""
    seen = money_house.run("reviews", "--as", NOUR, "--json").json["rows"]
    assert {(one["review"], one["present"], one["effective"]) for one in seen} == {
        ("noailles-avis", 1, 2),
        ("epicerie-etude", 0, 1),
    }
    assert money_house.run("reviews", "--all", "--as", SWANN, "--json").json["rows"] == []


def test_a_cooperation_shows_its_money_and_reviews_as_of_a_date(money_house: House) -> None:
    """On 1 March half is paid; on 1 January it was only asked for."""
    now = money_house.run("show", "filature", "--as", SWANN, "--json").json["fundings"]
    then = money_house.run("show", "filature", "--as", SWANN, "--json", "--as-of", "2027-01-01").json[
        "fundings"
    ]
    shown = ("status", "granted_cents", "paid_cents")
    assert [[one[key] for key in shown] for one in now] == [["granted", 3_000_000, 1_500_000]]
    assert [[one[key] for key in shown] for one in then] == [["requested", None, 0]]


def test_tasks_wait_for_those_who_may_act_and_never_on_their_own_proposal(money_house: House) -> None:
    """Andréa declares, Robin decides on the amendment, Mika checks what Ange proposed; the agenda has the condition."""

    def waits(person: str) -> set[tuple[str, str]]:
        rows = money_house.run("tasks", "--as", person, "--json").json["rows"]
        return {(one["file"], one["kind"]) for one in rows}

    assert ("review:noailles-avis", "interests") in waits(ANDREA)
    assert ("funding:filature-2027", "amendment") in waits(ROBIN)
    assert ("account:w800000001", "bank-details") in waits(MIKA)
    assert waits(ANGE) == set()
    agenda = money_house.run("agenda", "--as", SWANN, "--json").json["rows"]
    assert ("funding:filature-2027", "condition", "town_letter") in {
        (one["file"], one["deadline"], one["subject"]) for one in agenda
    }


@pytest.mark.parametrize(
    ("locale", "amount", "word"),
    [("fr", "30\u202f000,00\u00a0€", "À faire"), ("en", "€30,000.00", "To do")],
)
def test_amounts_are_written_as_the_reader_writes_them(
    money_house: House, locale: str, amount: str, word: str
) -> None:
    """In lists, in full, and what is not there is said in the reader's language."""
    assert amount in money_house.run("fundings", "--as", SWANN, ESCALE_LOCALE=locale).out
    assert amount in money_house.run("fundings", "filature-2027", "--as", SWANN, ESCALE_LOCALE=locale).out
    assert (
        word in money_house.run("envelopes", "acte/acte_grant/1999", "--as", ROBIN, ESCALE_LOCALE=locale).err
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("reviews", "nowhere"), "not-readable"),
        (("reviews", "noailles-avis"), "not-readable"),
        (("fundings", "nowhere"), "not-readable"),
        (("fundings", "epicerie-2027"), "not-readable"),
        (("history", "review:noailles-avis"), "not-readable"),
        (("history", "funding:nowhere"), "not-readable"),
        (("envelopes", "nowhere"), "unknown-envelope"),
    ],
)
def test_what_is_not_there_or_not_theirs_is_refused_alike(
    money_house: House, words: tuple[str, ...], code: str
) -> None:
    """Swann, of another region and on no panel: exit code 1, what would help, nothing told."""
    result = money_house.run(*words, "--as", SWANN, "--json")
    assert (result.code, result.json["refusal"]["code"]) == (1, code)
    assert result.json["refusal"]["remedy"]["fr"]


@pytest.mark.parametrize("words", [("reviews",), ("fundings", "filature-2027"), ("envelopes",)])
def test_a_store_out_of_reach_is_said_to_be(
    money_house: House, database: Database, words: tuple[str, ...]
) -> None:
    """Exit code 3: nobody knows."""
    away = database.service_dsn.replace(database.name, "nowhere")
    result = money_house.run(*words, "--as", SWANN, "--json", ESCALE_DATABASE_URL=away)
    assert (result.code, result.json["refusal"]["code"]) == (3, "store-unreachable")


def test_a_request_that_comes_back_shows_how_each_point_was_answered(money_house: House) -> None:
    """In full and in the history, from the vault, where the ledger has the place of each text alone."""
    asked = money_house.run("fundings", "halle-2027", "--as", SWANN, "--json").json["request"]
    answers = {"residents_absent": "Un collectif d’habitants siège (inventé)."}
    again = {"type": "ResubmitFunding", "command_id": "again", "funding": "halle-2027", "request": asked}
    answer = money_house.do({**again, "answers": answers}, person=SWANN)
    assert answer.json["outcome"] == "recorded", answer.out
    money_house.fold()
    [told] = money_house.run("fundings", "halle-2027", "--as", SWANN, "--json").json["resubmissions"]
    assert (told["answers"], told["dossier"]) == (answers, 2)
    shown = money_house.run("fundings", "halle-2027", "--as", SWANN).out
    assert "Redéposée" in shown
    assert "residents absent" in shown.partition("Redéposée")[2]
    history = money_house.run("history", "funding:halle-2027", "--as", SWANN, "--json").json["entries"]
    assert [one["details"]["answers"] for one in history if "answers" in one["details"]] == [answers]


def test_a_document_tells_what_was_decided_and_paid(money_house: House) -> None:
    """To who may read the file: the request, the decision with its reasons, each payment; what a panel was asked."""
    mill = money_house.run("document", "filature", "--as", SWANN, LANG="en_GB.UTF-8").out
    assert "### Direct grant – Coopérative Atelier" in mill
    for told in (
        "- Asked for: €30,000.00",
        "- Granted: €30,000.00",
        "- Paid: €15,000.00",
        "VIR-1",
        "(11111111800001)",
    ):
        assert told in mill
    market = money_house.run("document", "halle", "--as", SWANN).out
    assert "Aucun habitant dans le projet (inventé)." in market
    asked = money_house.run("document", "noailles", "--as", NOUR).out
    assert "## Avis demandés aux instances" in asked


def test_the_public_reads_of_a_grant_above_23_000_euros_who_got_how_much(money_house: House) -> None:
    """By law, whatever the rulebook says: never an opinion, a reason, or who sat. Of a refused request, nothing."""
    public = money_house.run("document", "filature", "--public", "--as", SWANN)
    [line] = [one for one in public.out.splitlines() if "Coopérative Atelier (11111111800001)" in one]
    assert "30\u202f000,00\u00a0€ accordés, 15\u202f000,00\u00a0€ payés" in line
    assert "## Financements" not in public.out
    refused = money_house.run("document", "halle", "--public", "--as", SWANN)
    assert "Marché" not in refused.out


def test_fundings_reviews_and_envelopes_are_shown_as_of_a_day(money_house: House) -> None:
    """In lists and in full; what was recorded later was not known, whenever it happened."""

    def seen(*words: str) -> dict[str, str]:
        rows = money_house.run(*words, "--as", SWANN, "--json").json["rows"]
        return {one["funding"]: one["status"] for one in rows}

    assert seen("fundings", "--as-of", "2026-12-09") == {}
    assert seen("fundings", "--as-of", "2027-01-20")["filature-2027"] == "requested"
    assert seen("fundings", "--as-of", "2027-01-21")["filature-2027"] == "granted"
    assert seen("fundings", "--known-on", "2027-02-28") == {}
    full = ("fundings", "filature-2027", "--as", SWANN, "--json")
    decided = money_house.run(*full, "--as-of", "2027-02-03").json
    assert (len(decided["decisions"]), decided["payments"]) == (1, [])
    unknown = money_house.run(*full, "--known-on", "2027-02-28")
    assert (unknown.code, unknown.json["refusal"]["code"]) == (1, "not-known-then")

    def free(*words: str) -> list[tuple[int, int]]:
        rows = money_house.run("envelopes", *words, "--as", ROBIN, "--json").json["rows"]
        return [(one["reserved_cents"], one["consumed_cents"]) for one in rows]

    assert free("--as-of", "2026-12-01") == [(0, 0)]
    assert free("--as-of", "2027-02-01") == [(3_000_000, 0)]
    assert free("--known-on", "2027-02-28") == []
    asked = money_house.run("reviews", "--all", "--as-of", "2027-01-31", "--as", CHARLIE, "--json")
    assert asked.json["rows"] == []
    opened = money_house.run("reviews", "--as-of", "2027-02-01", "--as", CHARLIE, "--json")
    assert [one["status"] for one in opened.json["rows"]] == ["open"]
