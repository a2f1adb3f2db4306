"""Backup and restore of the whole office: the database at one moment, and every file that it names."""
