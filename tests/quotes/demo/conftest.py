from collections.abc import Iterator

import pytest

from quotes.demo.ports import free_ports
from quotes.demo.server import Newsroom


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    """The three newspapers, served on free ports."""
    room = Newsroom(free_ports(18801))
    with room.open():
        yield room
