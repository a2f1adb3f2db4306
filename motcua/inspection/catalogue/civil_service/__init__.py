"""The civil service: recruitment, leadership, records, training, attendance."""
