"""Whether a word is a region of the organisation."""

from domain.files.setting import Setting
from domain.kernel.refusal import Refusal, refuse
from domain.people.regions import has_vocabulary, regions_known


def unknown_region(region: str | None, setting: Setting) -> Refusal | None:
    """Why nothing begins in a region, where the organisation has named its regions; None stands for all of them."""
    if region is None or not has_vocabulary(setting.organisation):
        return None
    known = regions_known(setting.organisation, setting.rulebook)
    return None if region in known else refuse("unknown_region", region=region, known=known)
