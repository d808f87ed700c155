"""Articles to records: one module per kind of fact. Touches no disk, clock or locale."""
