"""Naming the regions of an organisation (ADR 46)."""

from domain.files.setting import Decision, Setting
from domain.kernel.refusal import refuse
from domain.organisation.commands import NameRegion
from domain.people.events import RegionNamed


def name_region(command: NameRegion, setting: Setting) -> Decision:
    """Call a region so, or otherwise than before."""
    names = (command.name_fr, command.name_en or command.name_fr)
    if setting.organisation.regions.get(command.region) == names:
        return refuse("changes_nothing")
    return (RegionNamed(region=command.region, fr=names[0], en=names[1]),)
