"""The HTTP face: a JSON API and web pages over `remedies`."""
