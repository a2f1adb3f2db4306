"""Faults in the organisation of the apparatus."""
