"""Faults in the direction of the reform."""
