"""One module a publisher, its newest layout first. Standing here is all that registers it."""
