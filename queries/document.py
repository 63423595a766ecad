"""A document of a cooperation: the sections that are asked for, with what the asker, or the public, may see."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from application.document import Annexes, Document, EntryTold, FundingTold, ReviewTold, Section, SheetTold
from domain.cooperations.publication import ENTRIES, SUBJECTS, public_subjects
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.publication import public_grant
from domain.fundings.state import Funding
from domain.reminders.view import FileView
from domain.reviews.state import Review
from domain.rulebook import Rulebook, Subject
from language import Text
from queries.as_of import Then
from queries.cooperation import cooperation_then, view_then
from queries.document_entries import DECISIONS, JUDGED, OF_FUNDINGS, OF_REVIEWS
from queries.dossiers import closed_files
from queries.findings import findings_told
from queries.lists import caught_up
from queries.own_names import own_names
from queries.private_text import is_reference, reveal
from queries.refused import invalid
from queries.related_files import RelatedFiles, related_files
from queries.visit import Visit


@dataclass(frozen=True, slots=True)
class _Source:
    """What documents are made of."""

    view: FileView[Cooperation]
    related: RelatedFiles
    entries: Sequence[EntryTold]
    closed: Mapping[str, Text]

    def told(self, file: str, kinds: frozenset[str]) -> list[EntryTold]:
        return [one for one in self.entries if one.file == file and one.type in kinds]


async def document_of(visit: Visit, name: str, template: str, as_of: str, *, public: bool) -> Document:
    """A cooperation by a template of its rulebook, or with all that there is. Raises Failure.

    ``public`` leaves out every private text and person, and what the rulebook and the law do not publish; so does
    reading the public sheet alone. From then on, what is shown happened where the cooperation lives.
    """
    present = await visit.seen(name)
    then = Then(as_of).happened_by(visit.zone_of(present))
    state = await cooperation_then(visit, present, then, None)
    found = await written(visit, state, template, then, public=public or not visit.may_read(present))
    if not found.sections:
        raise invalid(
            "nothing-public",
            Text(
                "le règlement ne publie rien de ce dossier à ce jour",
                "the rulebook publishes nothing of it yet",
            ),
            Text("Voyez `publication` dans le règlement.", "See `publication` in the rulebook."),
        )
    return found


async def written(
    visit: Visit, state: Cooperation, template: str, then: datetime | None, *, public: bool
) -> Document:
    """The same of a cooperation that the person may read so far, as it was: with no section where none is public."""
    visit.shows(state)
    view = view_then(visit, state, then or visit.now)
    sections = _sections(template, view.rulebook)
    related = await related_files(visit, state, then, None)
    present = await visit.cooperation(state.key) if then else state
    closed = await closed_files(visit, present or state)
    grants = _grants(related, view.rulebook, closed, public=public)
    shown = _public(state, view.rulebook, grants) if public else frozenset(SUBJECTS)
    source = _Source(view, related, await _entries(visit, state, then, closed, public=public), closed)
    return Document(
        sheet=_sheet(view),
        rulebook=view.rulebook,
        sections=[
            Section(one, source.told(state.key, ENTRIES.get(one, frozenset())))
            for one in sections
            if one in shown
        ],
        grants=grants,
        annexes=None if public or template else _annexes(visit, source),
        names={} if public else await visit.names(),
        own={} if public else own_names([state, *_open(related, closed)]),
    )


def _sections(key: str, rulebook: Rulebook) -> Sequence[Subject]:
    if not key:
        return SUBJECTS
    found = next((one for one in rulebook.documents if one.document == key), None)
    if found is None:
        known = ", ".join(one.document for one in rulebook.documents) or "–"
        raise invalid(
            "unknown-template",
            Text(f"aucun modèle {key} dans {rulebook.id}", f"no template {key} in {rulebook.id}"),
            Text(f"Les modèles : {known}.", f"The templates: {known}."),
        )
    return found.sections


def _grants(
    related: RelatedFiles, rulebook: Rulebook, closed: Container[str], *, public: bool
) -> list[Funding]:
    """Those that the reader may see: what is public of a grant stays so where it is closed to them otherwise."""
    granted = [one for one in related.states.values() if isinstance(one, Funding) and one.granted]
    in_full = () if public else [one.key for one in granted if one.key not in closed]
    return [one for one in granted if one.key in in_full or public_grant(one, rulebook)]


def _open(related: RelatedFiles, closed: Container[str]) -> list[KeptFile]:
    """The reviews, and the fundings that are not closed to the reader."""
    return [one for one in related.states.values() if isinstance(one, Review) or one.key not in closed]


def _public(state: Cooperation, rulebook: Rulebook, grants: Sequence[Funding]) -> frozenset[Subject]:
    """What the rulebook publishes, and the grants that are public by law."""
    by_law: frozenset[Subject] = frozenset({"conventions"}) if grants else frozenset()
    return public_subjects(state, rulebook) | by_law


async def _entries(
    visit: Visit, state: Cooperation, then: datetime | None, closed: Mapping[str, Text], *, public: bool
) -> list[EntryTold]:
    """The entries of the file, its reviews and fundings: for the public, without private texts and persons."""
    await caught_up(visit)
    models, zone = visit.service.read_models, visit.zone_of(state)
    entries = [
        one for one in await models.timeline(visit.organisation, state.key, zone, then, None) if not one.void
    ]
    shown = [{} if one.file in closed else one.details for one in entries]
    contents = [_without_private(one) for one in shown] if public else await reveal(visit, shown)
    return [
        EntryTold(one.file, one.type, one.effective_at, content)
        for one, content in zip(entries, contents, strict=True)
    ]


def _without_private(content: dict[str, Any]) -> dict[str, Any]:
    """What an entry says without private text and without persons."""
    return {
        key: _without_private(value) if isinstance(value, dict) else value
        for key, value in content.items()
        if key != "managers" and not (isinstance(value, dict) and is_reference(value))
    }


def _sheet(view: FileView[Cooperation]) -> SheetTold:
    file = view.file
    phase = view.rulebook.phases.get(file.current.phase)
    return SheetTold(
        name=file.name,
        territory=file.territory,
        object=file.object,
        rulebook=file.rulebook,
        status=file.status,
        phase=file.current.phase,
        phase_name=phase.name if phase else None,
        since=file.passes[-1].entered_at,
        gate=view.gate,
        deadlines=view.deadlines,
    )


def _annexes(visit: Visit, source: _Source) -> Annexes:
    return Annexes(
        source.told(source.view.file.key, DECISIONS),
        [
            ReviewTold(
                one.question_name,
                one.panel_name,
                one.status,
                source.told(one.file, OF_REVIEWS),
                source.closed.get(one.file),
            )
            for one in source.related.reviews
        ],
        [
            FundingTold(
                one.instrument_name,
                one.beneficiary,
                one.status,
                one.requested_cents,
                one.granted_cents,
                one.paid_cents,
                source.told(one.file, OF_FUNDINGS),
                _basis(visit, source, one.file),
            )
            for one in source.related.fundings
            if one.file not in source.closed
        ],
    )


def _basis(visit: Visit, source: _Source, funding: str) -> list[Text]:
    """What the eligibility of a funding, by its key, was judged on as of the day that it was judged of last."""
    file = source.related.states.get(funding)
    if not isinstance(file, Funding):
        return []
    judged = [one.details["as_of"] for one in source.told(funding, JUDGED)]
    day = date.fromisoformat(judged[-1]) if judged else None
    rulebook = visit.rulebook(file.rulebook)
    told = findings_told(file.findings, rulebook, file.instrument, source.view.file, day)
    return [one.basis for one in told if one.basis]
