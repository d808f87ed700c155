"""The search index: what is searched, its terms, and the small script files that a browser loads for a query."""

from borderwire.site.search.files import search_files

__all__ = ["search_files"]
