"""What people see: their files, as of a date, as known on a date; nothing of others; simulations say so."""

import pytest

from tests.cli.house import ADMINISTRATOR, CAMILLE, NOUR, House

PRIVATE = "Point d’étape. Les porteurs de projet doivent revenir vers la fondation."
"""A private note of Noailles, which lies in the vault."""


def test_the_sheet_shows_phase_gate_deadlines_and_collective(house: House) -> None:
    """`show` is folded from the ledger itself; private text is read from the vault."""
    sheet = house.run("show", "noailles", "--as", NOUR, "--json").json
    assert (sheet["file"], sheet["phase"], sheet["status"]) == ("noailles", "diagnosis", "active")
    assert {one["item"]: one["held"] for one in sheet["gate"]} == {
        "qualified_contacts": "missing",
        "sensitive_portrait": "met",
        "jury_opinion": "missing",
    }
    assert [one["deadline"] for one in sheet["deadlines"]] == ["inactivity"]
    assert sheet["commitments"][0]["brings"].startswith("Une petite subvention")
    assert sheet["simulation"] == "2026-11-23T07:00:00Z"


def test_a_sheet_is_shown_as_of_a_date_and_as_known_on_a_date(house: House) -> None:
    """In 2022 the last contact was that year's; before the import nothing was known."""
    then = house.run("show", "noailles", "--as", NOUR, "--json", "--as-of", "2022").json
    now = house.run("show", "noailles", "--as", NOUR, "--json").json
    assert (then["last_contact_at"], now["last_contact_at"]) == ("2022", "2023-12")
    unknown = house.run("show", "noailles", "--as", NOUR, "--json", "--known-on", "2026-11-22")
    assert (unknown.code, unknown.json["refusal"]["code"]) == (1, "not-known-then")


def test_the_history_tells_entries_with_dates_as_precise_as_known(house: House) -> None:
    """In the order of recording, private notes included; nothing was known before the import."""
    told = house.run("history", "noailles", "--as", NOUR, "--json").json
    assert [one["effective_at"] for one in told["entries"]][:4] == ["2020", "2020", "2020", "2021-11"]
    assert PRIVATE in [one["details"].get("note") for one in told["entries"]]
    early = house.run("history", "noailles", "--as", NOUR, "--json", "--as-of", "2021").json
    assert [one["type"] for one in early["entries"]][-1] == "DeliverableDelivered"
    unknown = house.run("history", "noailles", "--as", NOUR, "--json", "--known-on", "2026-11-22").json
    assert unknown["entries"] == []


def test_the_history_tells_what_was_refused_where_it_is_asked_for(house: House) -> None:
    """What was wanted, by whom, why not and what to do, after the entries that there were; else nothing."""
    skipped = {
        "type": "AdvancePhase",
        "command_id": "read/1",
        "cooperation": "noailles",
        "to": "capitalisation",
    }
    refusal = house.do(skipped, person=NOUR).json["refusal"]
    told = house.run("history", "noailles", "--as", NOUR, "--refused", "--json").json
    [refused] = [one for one in told["refused"] if one["command_id"] == "read/1"]
    assert (refused["type"], refused["actor"], refused["code"]) == ("AdvancePhase", NOUR, refusal["code"])
    assert (refused["message"], refused["remedy"]) == (refusal["message"], refusal["remedy"])
    assert refused["after"] == house.head()
    drawn = house.run("history", "noailles", "--as", NOUR, "--refused").out
    assert refusal["code"] in drawn
    assert "Nour" in drawn
    assert "refused" not in house.run("history", "noailles", "--as", NOUR, "--json").json


@pytest.mark.parametrize("command", ["show", "history"])
def test_a_file_of_another_region_might_as_well_not_exist(house: House, command: str) -> None:
    """Camille works in Occitanie: the same answer for Noailles as for a file that is not there."""
    elsewhere = house.run(command, "noailles", "--as", CAMILLE, "--json")
    nowhere = house.run(command, "nowhere", "--as", CAMILLE, "--json")
    assert (elsewhere.code, elsewhere.json["refusal"]["code"]) == (1, "not-readable")
    assert nowhere.json["refusal"]["code"] == "not-readable"


def test_lists_hold_only_what_the_person_may_read(house: House) -> None:
    """The administrator sees all files, Nour those of her region, Camille none of them."""
    seen = {
        who: {row["file"] for row in house.run("portfolio", "--as", who, "--json").json["rows"]}
        for who in (ADMINISTRATOR, NOUR, CAMILLE)
    }
    assert seen == {ADMINISTRATOR: {"noailles", "citees"}, NOUR: {"noailles", "citees"}, CAMILLE: set()}
    for command in (("tasks", "--everybody"), ("agenda",), ("mail",)):
        assert house.run(*command, "--as", CAMILLE, "--json").json["rows"] == []


def test_tasks_are_mine_with_their_age_and_agenda_has_what_comes(house: House) -> None:
    """Noailles's silence is overdue and waits for Nour; it stands first in the agenda."""
    tasks = house.run("tasks", "--as", NOUR, "--json").json["rows"]
    assert all(NOUR in one["waits_for"] for one in tasks)
    overdue = {(one["file"], one["subject"].partition("/")[0]) for one in tasks if one["overdue"]}
    assert ("noailles", "inactivity") in overdue
    agenda = house.run("agenda", "--as", NOUR, "--json", "--within", "P1M").json["rows"]
    assert agenda[0]["deadline"] == "inactivity"
    longer = house.run("agenda", "--as", NOUR, "--json", "--within", "P2Y").json["rows"]
    assert {one["deadline"] for one in agenda} < {one["deadline"] for one in longer}


@pytest.mark.parametrize(
    ("locale", "banner", "word"),
    [
        ("fr", "SIMULATION : l’horloge marque 2026-11-23", "Diagnostic partagé"),
        ("en", "its clock shows", "diagnosis"),
    ],
)
def test_people_read_their_language_and_that_it_is_a_simulation(
    house: House, locale: str, banner: str, word: str
) -> None:
    """The banner goes to standard error, the table, without colour, to standard output."""
    result = house.run("portfolio", "--as", NOUR, ESCALE_LOCALE=locale)
    assert banner in result.err
    assert word in result.out
    assert "\x1b" not in result.out + result.err


def test_people_are_shown_to_those_who_hold_a_role(house: House) -> None:
    """Names come from the vault; roles are those in force."""
    shown = {one["person"]: one for one in house.run("people", "--as", NOUR, "--json").json["people"]}
    assert shown[NOUR]["name"] == "Nour Modèle"
    assert [one["role"] for one in shown[NOUR]["roles"]] == ["programme-manager"]
    assert not {"address", "address_works"} & shown[NOUR].keys()


def test_administrators_see_addresses_and_which_work(house: House) -> None:
    """Nobody else does."""
    shown = {
        one["person"]: one for one in house.run("people", "--as", ADMINISTRATOR, "--json").json["people"]
    }
    assert shown[NOUR]["address"] == "nour.modele@example.org"
    assert (shown[NOUR]["address_works"], shown[NOUR]["same_person_as"]) == (True, None)


def test_a_message_that_is_not_there_is_said_so(house: House) -> None:
    """No reminder has gone out yet."""
    result = house.run("mail", "0" * 32, "--as", NOUR, "--json")
    assert (result.code, result.json["refusal"]["code"]) == (1, "unknown-message")


def test_dates_and_durations_that_do_not_exist_are_invalid(house: House) -> None:
    """With what would be accepted."""
    date = house.run("show", "noailles", "--as-of", "2022-13", "--as", NOUR, "--json")
    assert (date.code, date.json["refusal"]["code"]) == (2, "bad-date")
    duration = house.run("agenda", "--within", "soon", "--as", NOUR, "--json")
    assert (duration.code, duration.json["refusal"]["code"]) == (2, "bad-duration")
