"""What officers do to a dossier: each public function is one act, one transaction, one line in the journal."""
