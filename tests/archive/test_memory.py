import platform

from archive.memory import few_arenas


def test_few_arenas_is_told_to_glibc():
    assert few_arenas() is (platform.libc_ver()[0] == "glibc")
