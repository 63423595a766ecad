"""Documents: read by whoever may read what they were handed in for, a dossier's by whoever may read the dossier."""

import pytest

from domain.kernel.prose import Altered
from queries.attachments import document_of, documents_before
from queries.dossiers import review_of
from queries.refused import Failure
from tests.application.house import House, command
from tests.queries.before_panels import ANDREA, CHARLIE, NOUR, REVIEW, SWANN, revised_house
from tests.queries.documents import MemoryAttachments
from tests.queries.house import look_into
from tests.support.waiting import run_apart
from tests.vault.documents import PDF, PNG

KEY = f"review:{REVIEW}"
Scene = tuple[House, MemoryAttachments, str]


@pytest.fixture
def scene() -> Scene:
    """The dossier has a document."""
    return run_apart(revised_house())


async def _read(scene: Scene, person: str, key: str = KEY, digest: str = "") -> bytes:
    house, documents, before_the_panel = scene
    visit, _ = await look_into(house, person, documents)
    return (await document_of(visit, key, digest or before_the_panel)).content


@pytest.mark.parametrize("person", [NOUR, CHARLIE])
async def test_readers_of_the_dossier_read_it(scene: Scene, person: str) -> None:
    """Who leads, and a member who has declared to have no conflict."""
    assert await _read(scene, person) == PDF


@pytest.mark.parametrize("person", [ANDREA, SWANN])
async def test_nobody_else_is_told_that_it_is_there(scene: Scene, person: str) -> None:
    """A member who has not declared, somebody of another region."""
    with pytest.raises(Failure, match="not-readable"):
        await _read(scene, person)


async def test_a_conflict_closes_it_at_once_on_either_road(scene: Scene) -> None:
    """As a document of the dossier, and where it was handed in for the cooperation."""
    house, documents, digest = scene
    documents.hand_in("noailles", "portrait.pdf", PDF, NOUR)
    await house.recorded(
        command("DeclareInterests", "c", CHARLIE, review=REVIEW, conflict=True, reason="Ma sœur y travaille.")
    )
    for key in (KEY, "noailles"):
        with pytest.raises(Failure, match="not-readable"):
            await _read(scene, CHARLIE, key, digest)


async def test_a_document_of_the_cooperation_is_read_with_it(scene: Scene) -> None:
    """It is not part of the dossier: the panel is not shown it there."""
    _, documents, _ = scene
    plan = documents.hand_in("noailles", "plan.png", PNG, NOUR)
    assert await _read(scene, NOUR, "noailles", plan) == PNG
    with pytest.raises(Failure, match="not-readable"):
        await _read(scene, NOUR, KEY, plan)


async def test_one_handed_in_for_another_file_is_not_read_through_a_dossier(scene: Scene) -> None:
    """Whoever knows its digest and leads a review cannot open it by putting the digest before a panel."""
    house, documents, _ = scene
    secret = documents.hand_in("filature", "budget.png", PNG, SWANN)
    fields = {"documents": [secret], "note": "Voir la pièce."}
    await house.recorded(command("ReviseDossier", "again", NOUR, review=REVIEW, **fields))
    with pytest.raises(Failure, match="not-readable"):
        await _read(scene, NOUR, KEY, secret)


async def test_one_that_was_erased_is_not_there_and_an_altered_one_is_said_to_be_so(scene: Scene) -> None:
    """Nobody is given other bytes under its name."""
    _, documents, digest = scene
    documents.contents[digest] = Altered()
    with pytest.raises(Failure, match="altered"):
        await _read(scene, NOUR)
    del documents.contents[digest]
    with pytest.raises(Failure, match="not-readable"):
        await _read(scene, NOUR)


async def test_what_is_known_of_the_documents_of_a_dossier_is_told(scene: Scene) -> None:
    """Their names, for the page of the review."""
    house, documents, digest = scene
    visit, _ = await look_into(house, CHARLIE, documents)
    found = await documents_before(visit, await review_of(visit, REVIEW))
    assert found[digest].name == "portrait.pdf"
