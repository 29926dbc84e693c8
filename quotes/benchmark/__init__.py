"""How fast the search is, measured on a made-up archive of any size."""
