"""Pages of outgoing documents: the register, drafts, one document with its acts, the queue of who signs."""
