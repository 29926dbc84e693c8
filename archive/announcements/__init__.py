"""What feeds, sitemaps and section pages announce. Pure: bytes in, addresses out; no Django, no network."""
