"""The archive to HTML pages and what they need."""
