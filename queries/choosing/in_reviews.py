"""What fits the fields of commands about a review."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from domain.cooperations.state import Cooperation, ReviewSeen
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.kernel.ids import cooperation_stream, funding_stream, review_stream
from domain.kernel.moments import day_of
from domain.people.identity import all_ids, one_id_each
from domain.people.panels import may_sit
from domain.reviews.commands import (
    ConfirmOpinion,
    DelegateOpinion,
    GiveOpinion,
    InviteMembers,
    OpenReview,
    RecuseMember,
    ReplaceMember,
)
from domain.reviews.conflicts import recused_from
from domain.reviews.decide.members import cannot_join, cannot_take_the_place
from domain.reviews.impartial import reviews_about
from domain.reviews.panel import capacity, owes, panel_of, sitting
from domain.reviews.state import Member, Review
from domain.reviews.subject import subject_of
from domain.rulebook import Panel, Rulebook
from queries.choosing.circumstances import Circumstances, Fitting


@dataclass(frozen=True, slots=True)
class _Asking:
    """What may be asked about: a cooperation, under its rules."""

    file: Cooperation
    rulebook: Rulebook


def _asking(asked: Circumstances) -> Iterator[_Asking]:
    """The cooperation: the file itself, or the one that is named."""
    named = asked.known.get("cooperation")
    file = asked.file or asked.setting.read(Cooperation, cooperation_stream, named)
    if isinstance(file, Cooperation) and asked.rulebook:
        yield _Asking(file, asked.rulebook)


def _questions(asked: Circumstances) -> Iterator[str]:
    """Those about something that there is, and that no panel has before it already."""
    for asking in _asking(asked):
        for one in asking.rulebook.reviews:
            subjects = list(_about(one.about, asking.file, asked))
            if any(_not_open(one.review, *about, asking.file) for about in subjects):
                yield one.review


def _about(about: str, file: Cooperation, asked: Circumstances) -> Iterator[tuple[str | None, str | None]]:
    """What a question of that kind may be about: a funding, and an amendment of it."""
    match about:
        case "funding":
            yield from ((key, None) for key, seen in file.fundings.items() if seen.stage == "requested")
        case "amendment":
            for key in file.granted_fundings:
                yield from ((key, one) for one in _proposed(key, asked))
        case "call" if file.application is None:
            return
        case _:
            yield None, None


def _proposed(funding: str, asked: Circumstances) -> Iterator[str]:
    found = asked.setting.read(Funding, funding_stream, funding)
    amendments = found.amendments.values() if found else ()
    yield from (one.amendment for one in amendments if one.stage == "proposed")


def _not_open(question: str, funding: str | None, amendment: str | None, file: Cooperation) -> bool:
    """Of an amendment, whether it was asked about is for the rules to say: the cooperation has not heard."""
    like = (one for one in file.reviews.values() if one.outcome is None and one.question == question)
    return amendment is not None or all(one.funding != funding for one in like)


def _fundings(asked: Circumstances) -> Iterator[str]:
    for asking in _asking(asked):
        question = asking.rulebook.question(asked.known.get("question", ""))
        kinds = {question.about} if question else {"funding", "amendment"}
        for kind in sorted(kinds & {"funding", "amendment"}, reverse=True):
            for funding, amendment in _about(kind, asking.file, asked):
                if funding and (
                    question is None or _not_open(question.review, funding, amendment, asking.file)
                ):
                    yield funding


def _amendments(asked: Circumstances) -> Iterator[str]:
    for asking in _asking(asked):
        question = asking.rulebook.question(asked.known.get("question", ""))
        if question is None or question.about == "amendment":
            about = _about("amendment", asking.file, asked)
            wanted = asked.known.get("funding")
            yield from (one for funding, one in about if one and wanted in (None, funding))


def _members(asked: Circumstances) -> Iterator[str]:
    """Who may sit on the panel of the question, as far as is known what is asked."""
    for asking in _asking(asked):
        question = asking.rulebook.question(asked.known.get("question", ""))
        panel = asking.rulebook.panel(question.panel) if question else None
        if panel is None:
            return
        subject = subject_of(asked.known.get("funding"), asked.setting)
        off = set(recused_from(reviews_about(subject, asked.setting)))
        if subject and panel.mode == "decisive":
            off.add(subject.asked_by(asked.known.get("amendment")))
        able = _able(panel, asking.file.region, asked)
        kept_off = all_ids(asked.setting.organisation, off)
        yield from (one for one in able if one not in kept_off)


def _able(panel: Panel, region: str, asked: Circumstances) -> Iterable[str]:
    setting = asked.setting
    found = (
        person
        for seat in panel.members
        for person in may_sit(setting.organisation, seat.role, seat.of, region, setting.now)
    )
    return one_id_each(setting.organisation, tuple(dict.fromkeys(found)))


def _earlier_reviews(asked: Circumstances) -> Iterator[str]:
    for asking in _asking(asked):
        question, seen = asked.known.get("question"), asking.file.reviews.items()
        yield from (key for key, one in seen if question in (None, one.question) and _comes_back(one))


def _comes_back(seen: ReviewSeen) -> bool:
    return seen.outcome in ("deferred", "unfavourable")


def _points(asked: Circumstances) -> Iterator[str]:
    earlier = asked.setting.read(Review, review_stream, asked.known.get("resubmits"))
    yield from earlier.outcome.points if earlier and earlier.outcome else ()


def _review(asked: Circumstances) -> Iterator[tuple[Review, Rulebook]]:
    if isinstance(asked.file, Review) and asked.rulebook:
        yield asked.file, asked.rulebook


def _who_may_join(asked: Circumstances) -> Iterator[str]:
    for review, rulebook in _review(asked):
        able = _able(panel_of(review, rulebook), review.region, asked)
        yield from (one for one in able if cannot_join(one, review, asked.setting) is None)


def _who_acts(asked: Circumstances) -> Iterator[str]:
    """Members, and those who stand in for them."""
    for review, _ in _review(asked):
        seats = sitting(review)
        handed = (one.delegation.to for one in seats if one.delegation)
        yield from dict.fromkeys((*(one.person for one in seats), *handed))


def _who_owes(asked: Circumstances) -> Iterator[str]:
    for review, _ in _review(asked):
        yield from (one.person for one in sitting(review) if owes(review, one))


def _substitutes(asked: Circumstances) -> Iterator[str]:
    for review, _ in _review(asked):
        member = review.members.get(asked.known.get("member", ""))
        if member:
            yield from _in_the_place_of(member, review, asked)


def _delegates(asked: Circumstances) -> Iterator[str]:
    for review, _ in _review(asked):
        found = capacity(
            review, asked.person, day_of(asked.setting.now, asked.setting.zone_of(review.region))
        )
        if found:
            yield from _in_the_place_of(found.member, review, asked)


def _in_the_place_of(member: Member, review: Review, asked: Circumstances) -> Iterator[str]:
    organisation, now = asked.setting.organisation, asked.setting.now
    able = may_sit(organisation, member.role, member.of, review.region, now)
    others = (one for one in one_id_each(organisation, able) if one != member.person)
    yield from (one for one in others if not cannot_take_the_place(one, member, review, asked.setting))


def _last_dossier(asked: Circumstances) -> Iterator[int]:
    yield from (review.dossier.number for review, _ in _review(asked))


def _grid(asked: Circumstances) -> Iterator[str]:
    for review, rulebook in _review(asked):
        yield from panel_of(review, rulebook).grid


IN_REVIEWS: Mapping[type[Command], Mapping[str, tuple[str, Fitting]]] = {
    OpenReview: {
        "question": ("question", _questions),
        "funding": ("funding", _fundings),
        "amendment": ("id", _amendments),
        "members": ("person", _members),
        "resubmits": ("review", _earlier_reviews),
        "answers": ("point", _points),
    },
    InviteMembers: {"members": ("person", _who_may_join)},
    RecuseMember: {"member": ("person", _who_acts)},
    ReplaceMember: {"member": ("person", _who_owes), "substitute": ("person", _substitutes)},
    DelegateOpinion: {"to": ("person", _delegates)},
    GiveOpinion: {"dossier": ("number", _last_dossier), "scores": ("line", _grid)},
    ConfirmOpinion: {"dossier": ("number", _last_dossier)},
}
"""By command and field: of what kind the values are (``wording.naming``), and which fit."""
