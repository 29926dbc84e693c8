from types import SimpleNamespace

from quotes.benchmark import stages as module
from quotes.benchmark.stages import Stages


def test_a_stage_counts_without_the_stages_within_it(monkeypatch):
    moments = iter([10.0, 11.0, 14.0, 16.0])
    monkeypatch.setattr(module, "time", SimpleNamespace(perf_counter=lambda: next(moments)))
    stages = Stages()
    inner = stages.timed("inner", lambda: None)
    outer = stages.timed("outer", inner)

    outer()

    assert stages.seconds == {"inner": 3, "outer": 3}
    assert stages.inner == []
