"""What officers do to a document: each function is one act, checked, saved, journalled."""
