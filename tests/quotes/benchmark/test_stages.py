import time

from quotes.benchmark.stages import Stages


def test_a_stage_counts_without_the_stages_within_it():
    stages = Stages()
    inner = stages.timed("inner", lambda: time.sleep(0.02))
    outer = stages.timed("outer", inner)

    outer()

    assert stages.seconds["inner"] >= 0.02
    assert stages.seconds["outer"] < stages.seconds["inner"]
    assert stages.inner == []
