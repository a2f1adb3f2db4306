"""The evidence contract: tables, readers, snapshots, engines."""
