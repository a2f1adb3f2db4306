"""Faults in the settlement of administrative procedures."""
