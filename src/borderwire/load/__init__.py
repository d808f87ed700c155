"""Source files to articles: decoding, front matter, and what each stretch of the text is."""

from borderwire.load.folder import load_article, load_articles
from borderwire.load.plain import parse_text

__all__ = ["load_article", "load_articles", "parse_text"]
