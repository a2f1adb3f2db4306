"""What refuses an act that would leave a document wrong."""
