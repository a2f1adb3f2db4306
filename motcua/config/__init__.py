"""Puts the office and its faces together: settings from the environment, addresses, the server's entry."""
