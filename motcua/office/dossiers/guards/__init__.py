"""What an act refuses because it would carry a fault: one file for each family of acts."""
