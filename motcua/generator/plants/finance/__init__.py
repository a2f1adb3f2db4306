"""Faults in public finance."""
