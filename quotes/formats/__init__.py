"""How each language of the site writes dates."""
