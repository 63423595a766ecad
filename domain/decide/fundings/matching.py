"""Match funding: what citizens give brings money of others, each contribution once."""

from domain.commands.fundings import RecordCitizenContribution
from domain.decide.fundings.case import Case
from domain.decide.fundings.guards import at_stage
from domain.decide.setting import Decision
from domain.events.fundings import CitizenContributionRecorded
from domain.refusals import refuse


def record_contribution(command: RecordCitizenContribution, case: Case) -> Decision:
    """Count a citizen's contribution, by a reference that no other has."""
    if refusal := at_stage(case.funding, "granted"):
        return refusal
    if case.instrument.matching is None:
        return refuse("no_matching", instrument=case.funding.instrument)
    if command.contribution in case.funding.contributions:
        return refuse("contribution_counted", contribution=command.contribution)
    return (CitizenContributionRecorded(contribution=command.contribution, cents=command.cents),)
