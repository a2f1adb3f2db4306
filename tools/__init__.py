"""What keeps the repository itself in order: generated pages, the run on a real Spark."""
