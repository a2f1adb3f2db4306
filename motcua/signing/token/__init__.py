"""The key is on a token beside an officer: what is to be signed goes there through a small agent on that computer."""
