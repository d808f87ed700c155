"""Source files to articles: decoding, front matter, what each stretch of a text is. Knows nothing of its meaning."""

from borderwire.load.faults import as_problem
from borderwire.load.folder import LARGEST_FILE, load_article, load_articles
from borderwire.load.markdown import parse_markdown
from borderwire.load.plain import parse_text

__all__ = ["LARGEST_FILE", "as_problem", "load_article", "load_articles", "parse_markdown", "parse_text"]
