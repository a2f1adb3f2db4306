"""Faults in the civil service."""
