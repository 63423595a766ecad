"""A document: for those who may read the file, and what of it anybody may read."""

import json
from dataclasses import asdict
from typing import Any

import pytest

from application.document import Document
from domain.kernel.values import Role
from exports.document_text import markdown
from queries.document import document_of
from queries.dossiers import NOT_YET
from queries.refused import Failure
from tests.application.house import House
from tests.queries.house import look_into, who_is_also
from tests.support.imported import person_of

NOUR, SWANN, CAMILLE = person_of("nour"), person_of("swann"), person_of("camille")
"""In charge in Provence, in Hauts-de-France, in Occitanie."""
ALIX = person_of("alix")
"""Of the regional commission of Occitanie and of Provence."""
ANDREA = person_of("andrea")
"""Of the jury that is asked about Noailles, and has not declared interests."""
PROMISE = "Une petite subvention"
"""A private text of Noailles."""


async def _document(told: House, person: str, name: str, template: str = "", **more: Any) -> Document:
    visit, _ = await look_into(told, person)
    return await document_of(visit, name, template, more.get("as_of", ""), public=more.get("public", False))


def _details(document: Document) -> str:
    """Everything that its entries say."""
    annexes = asdict(document.annexes) if document.annexes else {}
    return json.dumps([[asdict(one) for one in document.sections], annexes], ensure_ascii=False, default=str)


async def test_who_is_in_charge_reads_everything(told: House) -> None:
    """Private texts, names, what a panel was asked, what was decided and paid."""
    document = await _document(told, NOUR, "noailles")
    assert PROMISE in _details(document)
    assert document.names[NOUR] == "Nour Modèle"
    assert document.annexes
    assert [one.status for one in document.annexes.reviews] == ["open"]
    mill = await _document(told, SWANN, "filature")
    assert mill.annexes
    assert [(one.granted_cents, one.paid_cents) for one in mill.annexes.fundings] == [(3_000_000, 1_500_000)]


async def test_a_funding_says_on_which_zonings_it_was_judged(told: House) -> None:
    """As its page does: as of the day of the request, by the sources that there were then."""
    document = await _document(told, SWANN, "filature")
    assert document.annexes
    [funding] = document.annexes.fundings
    [basis] = funding.basis
    assert basis.fr.startswith("Jugé au 10 déc. 2026")
    assert "(QPV, FRR, ZRR)" in basis.fr
    assert "- Éligibilité\u00a0: Jugé au 10 déc. 2026" in markdown(document)


async def test_who_works_elsewhere_is_refused(told: House) -> None:
    """The public's document too: it is asked of those who may read the file."""
    for public in (False, True):
        with pytest.raises(Failure, match="not-readable"):
            await _document(told, CAMILLE, "noailles", public=public)


async def test_a_template_has_its_sections_and_no_annexes(told: House) -> None:
    """In its order; one that the rulebook does not have is refused."""
    document = await _document(told, NOUR, "noailles", "sensitive_portrait")
    assert [one.subject for one in document.sections] == ["territory", "stakeholders", "problems"]
    assert document.annexes is None
    with pytest.raises(Failure, match="unknown-template"):
        await _document(told, NOUR, "noailles", "nothing")


async def test_the_public_reads_the_grant_and_nobodys_name(told: House) -> None:
    """By law, and nothing else; of a file that was granted nothing, and of which nothing is published, nothing."""
    document = await _document(told, SWANN, "filature", public=True)
    assert [one.id for one in document.grants] == ["filature-2027"]
    assert (document.names, document.own, document.annexes) == ({}, {}, None)
    assert '"vault"' not in _details(document)
    with pytest.raises(Failure, match="nothing-public"):
        await _document(told, NOUR, "noailles", public=True)


async def test_a_member_of_a_panel_reads_what_the_public_reads(told: House) -> None:
    """Whatever was asked for; a panel of the region too. Of a file of which nothing is published, nothing."""
    document = await _document(told, ANDREA, "filature")
    assert document == await _document(told, SWANN, "filature", public=True)
    for who in (ANDREA, ALIX):
        with pytest.raises(Failure, match="nothing-public"):
            await _document(told, who, "noailles")


async def test_a_dossier_is_closed_to_a_member_who_has_not_declared(told: House) -> None:
    """Who reads the file for another role is told of the review, with why its content is not shown."""
    visit, _ = await look_into(told, ANDREA)
    document = await document_of(who_is_also(visit, Role.BOARD, None), "noailles", "", "", public=False)
    assert document.annexes
    [review] = document.annexes.reviews
    assert review.closed == NOT_YET
    assert not any(one.details for one in review.entries)


async def test_a_day_has_what_had_happened(told: House) -> None:
    """At the turn of the year the money was asked for, and granted by nobody."""
    document = await _document(told, SWANN, "filature", as_of="2026-12-31")
    assert document.annexes
    assert [one.granted_cents for one in document.annexes.fundings] == [None]
    assert document.grants == []


async def test_what_was_erased_is_not_there(told: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the values nor in the text that is written of them."""
    monkeypatch.setattr(told.book, "secrets", {})
    document = await _document(told, NOUR, "noailles")
    assert PROMISE not in _details(document)
    assert PROMISE not in markdown(document)


async def test_it_asks_the_lists_once(told: House) -> None:
    """Once whether they are behind, once for the entries."""
    visit, asked = await look_into(told, NOUR)
    await document_of(visit, "noailles", "", "", public=False)
    assert asked == {"wait_for": 1, "timeline": 1, "read_streams": 2, "reveal": 2}
