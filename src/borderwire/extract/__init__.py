"""Articles to records: one module per kind of fact, put together in `record`. Touches no disk, clock or locale."""
