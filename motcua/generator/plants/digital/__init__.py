"""Faults in digital government."""
