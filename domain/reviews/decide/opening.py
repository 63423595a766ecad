"""Putting a question to its panel: about what, on which grounds, to whom."""

from collections.abc import Iterator, Mapping

from domain.cooperations.state import Cooperation
from domain.files.order import answers_otherwise, in_future, out_of_order
from domain.files.setting import Decision, Setting, State
from domain.kernel.ids import cooperation_stream, funding_stream, review_stream
from domain.kernel.refusal import Refusal, refuse
from domain.reviews.commands import OpenReview
from domain.reviews.decide.naming import seats_for
from domain.reviews.decide.proposing import proposal_of
from domain.reviews.events import ReviewOpened
from domain.reviews.impartial import reviews_of_request
from domain.reviews.state import Review
from domain.reviews.subject import Subject, subject_of
from domain.rulebook import Panel, Rulebook
from domain.rulebook import Review as Question
from domain.rulebook.base import defined


def open_review(command: OpenReview, known: Review | None, setting: Setting) -> Decision:
    """Open a review of a cooperation, of its funding, or of an amendment of that, as the question says."""
    if known is not None:
        return refuse("review_exists", review=command.review)
    cooperation, rulebook = (
        setting.read(Cooperation, cooperation_stream, command.cooperation),
        setting.rulebook,
    )
    if cooperation is None:
        return refuse("unknown_cooperation", cooperation=command.cooperation)
    if rulebook is None:
        return refuse("unknown_programme", programme=cooperation.rulebook)
    question = rulebook.question(command.question)
    refusal = (
        _cannot_be_asked(cooperation)
        or in_future(command, setting, rulebook.zone_of(cooperation.region))
        or out_of_order(command, cooperation, setting)
        or _not_the_subject(command, question, cooperation, rulebook, setting)
        or _asked_already(command, cooperation, setting)
        or _resubmitted_otherwise(command, setting)
    )
    if refusal or question is None:
        return refusal or ()
    return _opened(command, question, cooperation, rulebook, setting)


def _opened(
    command: OpenReview, question: Question, cooperation: Cooperation, rulebook: Rulebook, setting: Setting
) -> Decision:
    panel = defined(rulebook.panel(question.panel))
    subject = subject_of(command.funding, setting)
    barred = _barred(command, panel, subject)
    members = seats_for(command.members, panel, cooperation, subject, barred, setting)
    if isinstance(members, Refusal):
        return members
    proposal = proposal_of(command, None, setting, None if command.amendment else subject)
    if isinstance(proposal, Refusal):
        return proposal
    opened = ReviewOpened(
        cooperation=cooperation.id,
        name=cooperation.name,
        region=cooperation.region,
        managers=cooperation.managers,
        rulebook=rulebook.id,
        pass_number=cooperation.pass_number,
        question=command.question,
        panel=panel.panel,
        funding=command.funding,
        amendment=command.amendment,
        members=members,
        documents=command.documents,
        rests_on=subject.entry if subject else cooperation.entry,
        note=command.note,
        resubmits=command.resubmits,
        answers=command.answers,
        barred=barred,
        proposal=proposal,
    )
    return (opened,)


def _cannot_be_asked(cooperation: Cooperation) -> Refusal | None:
    if cooperation.closed:
        return refuse("file_closed", cooperation=cooperation.id, outcome=cooperation.closed.outcome)
    if cooperation.asleep:
        return refuse("review_sleeps", cooperation=cooperation.id, status=cooperation.status)
    return None


def _not_the_subject(
    command: OpenReview,
    question: Question | None,
    cooperation: Cooperation,
    rulebook: Rulebook,
    setting: Setting,
) -> Refusal | None:
    """A funding is named where the question is about one, an amendment where about that, and nowhere else."""
    if question is None:
        known = tuple(one.review for one in rulebook.reviews)
        return refuse("unknown_question", question=command.question, known=known)
    named = (command.funding is not None, command.amendment is not None)
    if named != (question.about in ("funding", "amendment"), question.about == "amendment"):
        return refuse("review_of_something_else", question=command.question, about=question.about)
    if question.about == "call" and cooperation.application is None:
        return refuse("no_application")
    return _not_to_be_decided(command, cooperation, setting) if command.funding else None


def _not_to_be_decided(command: OpenReview, cooperation: Cooperation, setting: Setting) -> Refusal | None:
    subject = subject_of(command.funding, setting)
    if subject is None:
        return refuse("unknown_funding", funding=command.funding)
    if subject.cooperation != cooperation.id:
        return refuse("funding_of_another", funding=subject.id, cooperation=subject.cooperation)
    return subject.decided_already(command.amendment)


def _asked_already(command: OpenReview, cooperation: Cooperation, setting: Setting) -> Refusal | None:
    """One review at a time of one question about one thing."""
    for key in _like(command, cooperation):
        other = setting.read(Review, review_stream, key)
        if other and (other.funding, other.amendment) == (command.funding, command.amendment):
            return refuse("question_open", question=command.question, review=key)
    return None


def _like(command: OpenReview, cooperation: Cooperation) -> Iterator[str]:
    """The open reviews of the same question."""
    for key, seen in cooperation.reviews.items():
        if seen.outcome is None and seen.question == command.question:
            yield key


def _resubmitted_otherwise(command: OpenReview, setting: Setting) -> Refusal | None:
    """A submission that answers an earlier one answers each of its points, and nothing else."""
    if command.resubmits is None:
        return refuse("answers_to_nothing") if command.answers else None
    earlier = setting.read(Review, review_stream, command.resubmits)
    if earlier is None:
        return refuse("unknown_review", review=command.resubmits)
    if (earlier.cooperation, earlier.question) != (command.cooperation, command.question):
        return refuse("another_question", review=earlier.id, question=earlier.question)
    if earlier.outcome is None or earlier.outcome.outcome not in ("deferred", "unfavourable"):
        return refuse("not_to_be_resubmitted", review=earlier.id, status=earlier.status)
    return answers_otherwise(command.answers, earlier.outcome.points)


def _barred(command: OpenReview, panel: Panel, subject: Subject | None) -> str | None:
    """Who asked for the money does not decide about it."""
    if subject is None or panel.mode != "decisive":
        return None
    return subject.asked_by(command.amendment)


def streams_to_open(command: OpenReview, states: Mapping[str, State]) -> Iterator[str]:
    """What opening a review rests on: the cooperation, what is asked about, the same question asked before."""
    stream = cooperation_stream(command.cooperation)
    yield stream
    if command.funding:
        yield funding_stream(command.funding)
    if command.resubmits:
        yield review_stream(command.resubmits)
    cooperation = states.get(stream)
    if isinstance(cooperation, Cooperation):
        yield from map(review_stream, _like(command, cooperation))
        if command.funding:
            yield from reviews_of_request(command.funding, cooperation)
