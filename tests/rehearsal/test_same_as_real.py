"""A rehearsal shows what the real stack does under the simulated clock: every due date, rung and recipient."""

from application.rehearsal.life import Life
from config import Settings
from tests.rehearsal.playing import RealLife, stage_of, told


async def test_what_is_rehearsed_is_what_is_lived(settings: Settings) -> None:
    """Through a pause, an extension, holidays, a going back, outages, silences and a handover, on real servers."""
    stage = stage_of("every-kind", "a-full-life.yaml")
    rehearsed = Life(stage)
    rehearsed.live()
    real = RealLife(settings, stage)
    await real.play(rehearsed.given)

    assert told(real.history) == told(rehearsed.world.told)
    for at, due in real.due.items():
        shown = {occurrence: one.due.day for occurrence, one in rehearsed.dues.open_at(at).items()}
        assert due == shown, at
