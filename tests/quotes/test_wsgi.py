import subprocess
import sys

CHECK = """
import gc, sys
from quotes.wsgi import application
print(gc.get_freeze_count() > 10_000, "quotes.views.search" in sys.modules, callable(application))
"""


def test_everything_is_loaded_before_the_first_request():
    """In a process of its own: what is frozen stays so."""
    done = subprocess.run([sys.executable, "-c", CHECK], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["True", "True", "True"]
