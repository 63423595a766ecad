"""Publishing rulebooks: sound, new, and higher than what is in force."""

from typing import Any

from domain.people.events import RulebookPublished
from domain.registry.commands import AnyCommand
from domain.rulebook import Rulebook
from tests.domain.kit import Row, do
from tests.domain.rules import RULES, rulebook
from tests.domain.vocabulary import WHY

SECOND, THIRD = rulebook(version=2), rulebook(version=3)
_WRITTEN: Any = RULES.written()
_FIRST, *_OTHERS = _WRITTEN["deadlines"]
BROKEN = rulebook(version=2, deadlines=[{**_FIRST, "ladder": "fulll"}, *_OTHERS])


def publishing(rules: Rulebook, **more: Any) -> AnyCommand:
    """The command that publishes a rulebook."""
    return do("PublishRulebook", rulebook=rules.written(), **more)


def published(rules: Rulebook, reason: Any = None) -> RulebookPublished:
    """A rulebook came into force."""
    return RulebookPublished(
        programme=rules.programme,
        number=rules.version,
        digest=rules.digest,
        rulebook=rules.written(),
        reason=reason,
    )


ROWS = (
    Row(
        "a programme begins with whatever version is published first",
        (),
        publishing(THIRD),
        (published(THIRD),),
        rulebook=None,
    ),
    Row(
        "a version is published with its content, its digest and a reason",
        (),
        publishing(SECOND, reason="Parce que."),
        (published(SECOND, WHY),),
    ),
    Row(
        "a rulebook that contradicts itself is not published, and says where",
        (),
        publishing(BROKEN),
        "rulebook_inconsistent",
        naming={"rulebook": "essai@2", "count": "1", "found": "deadlines.0.ladder=fulll"},
    ),
    Row(
        "what is published is not published again",
        (),
        publishing(RULES),
        "already_published",
        naming={"rulebook": "essai@1"},
        targets=(RULES,),
    ),
    Row(
        "a published version keeps its content",
        (),
        publishing(rulebook(waives=["board"])),
        "version_taken",
        naming={"rulebook": "essai@1"},
        targets=(RULES,),
    ),
    Row(
        "an earlier version does not come after a later one",
        (),
        publishing(SECOND),
        "version_not_higher",
        naming={"rulebook": "essai@2", "in_force": "essai@3"},
        rulebook=THIRD,
    ),
)
