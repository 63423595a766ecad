"""Match funding: what citizens give brings money of others, each contribution once."""

from domain.files.setting import Decision
from domain.fundings.commands.requests import RecordCitizenContribution
from domain.fundings.decide.context import Context
from domain.fundings.decide.guards import at_stage
from domain.fundings.events.requests import CitizenContributionRecorded
from domain.kernel.refusal import refuse


def record_contribution(command: RecordCitizenContribution, context: Context) -> Decision:
    """Count a citizen's contribution, by a reference that no other has."""
    if refusal := at_stage(context.funding, "granted"):
        return refusal
    if context.instrument.matching is None:
        return refuse("no_matching", instrument=context.funding.instrument)
    if command.contribution in context.funding.contributions:
        return refuse("contribution_counted", contribution=command.contribution)
    return (CitizenContributionRecorded(contribution=command.contribution, cents=command.cents),)
