"""Publishing a version of a programme's rulebook."""

from domain.files.setting import Decision, Setting
from domain.kernel.refusal import refuse
from domain.organisation.commands import PublishRulebook
from domain.people.events import RulebookPublished
from domain.rulebook import Finding, mistakes

SHOWN = 5
"""Mistakes that a refusal names; ``escale programme check`` shows them all."""


def publish_rulebook(command: PublishRulebook, setting: Setting) -> Decision:
    """Publish a version that is sound, new, and higher than the one in force.

    The event keeps the rulebook as it was written, so that the organisation's ledger alone says, years later,
    under which rules it decided. ``Setting.targets`` holds the rulebook that already has that id, if one has.
    """
    rulebook, in_force = command.rulebook, setting.rulebook
    wrong = [one for one in mistakes(rulebook) if one.kind == "mistake"]
    if wrong:
        return refuse(
            "rulebook_inconsistent",
            rulebook=rulebook.id,
            count=len(wrong),
            found=tuple(_place(one) for one in wrong[:SHOWN]),
        )
    if known := setting.targets.get(rulebook.id):
        same = known.digest == rulebook.digest
        return refuse("already_published" if same else "version_taken", rulebook=rulebook.id)
    if setting.organisation.adopted.get(rulebook.id, rulebook.digest) != rulebook.digest:
        return refuse("version_taken", rulebook=rulebook.id)  # it shipped once, and was decided under
    if in_force and rulebook.version <= in_force.version:
        return refuse("version_not_higher", rulebook=rulebook.id, in_force=in_force.id)
    return (
        RulebookPublished(
            programme=rulebook.programme,
            number=rulebook.version,
            digest=rulebook.digest,
            rulebook=rulebook.written(),
            reason=command.reason,
        ),
    )


def _place(finding: Finding) -> str:
    """Where a mistake is, and what stands there: keys alone, for outcomes keep no text."""
    place = ".".join(str(part) for part in finding.path)
    return place if finding.given is None else f"{place}={finding.given}"
