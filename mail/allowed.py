"""What a letter proposes is what its reader may do: asked of the rules of access, before anybody gives the command."""

from dataclasses import replace
from datetime import datetime

from domain.decide.access import may_give
from domain.files.file import KeptFile
from domain.files.setting import Setting
from domain.fundings.commands.payments import IssuePaymentFile
from domain.fundings.payment_access import PAYING
from domain.kernel.ids import stream_of
from domain.people.roles import roles_of
from domain.people.state import Organisation
from domain.rulebook import Rulebook
from domain.tasks.prefilled import Prefilled
from mail.topic import Proposal, Topic


def allowed(
    topic: Topic, person: str, file: KeptFile, rulebook: Rulebook, organisation: Organisation, now: datetime
) -> Topic:
    """The topic without the commands that would be refused to that person for want of a right."""
    setting = Setting(organisation, rulebook, now, {stream_of(file.key): file})
    kept = tuple(one for one in topic.proposals if _may(one, person, file, setting))
    return replace(topic, proposals=kept)


def _may(proposal: Proposal, person: str, file: KeptFile, setting: Setting) -> bool:
    what = proposal.what
    if not isinstance(what, Prefilled):
        return True
    if what.command is IssuePaymentFile:  # which payments go into the file is found out later
        return not roles_of(setting.organisation, person, file.region, setting.now).isdisjoint(PAYING)
    return may_give(what.command, what.fields, person, file, setting) is None
