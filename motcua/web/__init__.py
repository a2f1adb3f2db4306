"""Faces: a request in, one call to the office, a page out; no decisions."""
