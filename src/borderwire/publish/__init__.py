"""The only writer: staging, manifest, swap, verification."""
