"""The demo takes ports that nobody uses."""

import socket

from quotes.demo.ports import HOST, ROW, are_free, free_ports
from tests.quotes.demo.ports import own_ports


def test_a_used_port_moves_the_whole_row():
    first = own_ports()
    with socket.create_server((HOST, first + 1)):
        assert not are_free(first, first + 1, first + 2)
        assert free_ports(first) >= first + ROW


def test_free_ports_are_the_first_that_are_wanted():
    first = own_ports()

    assert free_ports(first) == first
