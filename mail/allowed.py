"""What a letter proposes is what its reader may do, and what it tells what they may read: asked of the rules."""

from dataclasses import replace
from datetime import datetime

from domain.decide.access import may_give
from domain.files.file import KeptFile
from domain.files.reading import Reading
from domain.files.setting import Setting
from domain.fundings.commands.payments import IssuePaymentFile
from domain.fundings.payment_access import PAYING
from domain.kernel.ids import stream_of
from domain.people.roles import roles_of
from domain.people.state import Organisation
from domain.registry.reading_scope import reading_scope
from domain.rulebook import Rulebook
from domain.tasks.prefilled import Prefilled
from mail.topic import Page, Proposal, Topic


def allowed(
    topic: Topic, person: str, file: KeptFile, rulebook: Rulebook, organisation: Organisation, now: datetime
) -> Topic:
    """The topic without the commands that would be refused to that person for want of a right, and unreadable pages."""
    setting = Setting(organisation, rulebook, now, {stream_of(file.key): file})
    kept = [one for one in topic.proposals if _may(one, person, file, setting)]
    acts = any(isinstance(one.what, Prefilled) for one in kept)
    if not acts and reading_scope(organisation, person, now).reading(file) is Reading.NOTHING:
        kept = [one for one in kept if one.what != Page(file.key)]
    return replace(topic, proposals=tuple(kept))


def discreet(topic: Topic, person: str, file: KeptFile, organisation: Organisation, now: datetime) -> Topic:
    """To somebody who neither reads the file in full nor may act on it, no more than which it is and what is due.

    No amount, nobody of the collective, nothing of what is missing or was refused. ``topic``: as it is ``allowed``.
    """
    acts = any(isinstance(one.what, Prefilled) for one in topic.proposals)
    if acts or reading_scope(organisation, person, now).reads(file):
        return topic
    return replace(topic, whose=None, amount_cents=None, missing=None, refusal=None)


def _may(proposal: Proposal, person: str, file: KeptFile, setting: Setting) -> bool:
    what = proposal.what
    if not isinstance(what, Prefilled):
        return True
    if what.command is IssuePaymentFile:  # which payments go into the file is found out later
        return not roles_of(setting.organisation, person, file.region, setting.now).isdisjoint(PAYING)
    return may_give(what.command, what.fields, person, file, setting) is None
