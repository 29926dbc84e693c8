"""A small fictional news site, kept as data and served on loopback, for whoever tries the archive.

Everything in it is invented: the country of Ardmere, its people, its companies and its three newspapers.
"""
