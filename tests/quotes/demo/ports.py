"""Ports for the demo's newspapers that no other process of the tests takes meanwhile."""

import os

from quotes.demo.ports import free_ports

LOWEST, NUMBER, APART = 10_000, 20_000, 9  # below those that the system gives out by itself


def own_ports() -> int:
    """The first of three in a row that nobody uses. Each process looks elsewhere: two that look at the same
    place find the same ports free, and only one can then take them.
    """
    return free_ports(LOWEST + os.getpid() * APART % NUMBER)
