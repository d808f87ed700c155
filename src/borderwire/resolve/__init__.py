"""Records to the archive: who is who, which document is which, what belongs to which page."""
