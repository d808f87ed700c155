"""Source files to articles: decoding, normalising, cutting into blocks. Knows nothing of meaning."""
