"""Source files to articles: decoding, front matter, what each stretch of a text is. Knows nothing of its meaning."""

from borderwire.load.faults import as_problem
from borderwire.load.folder import LARGEST_FILE, load_article, load_articles
from borderwire.load.markdown import parse_markdown
from borderwire.load.plain import parse_text
from borderwire.load.withheld import FILE_NAME as WITHHOLD_FILE
from borderwire.load.withheld import load_withheld

__all__ = [
    "LARGEST_FILE",
    "WITHHOLD_FILE",
    "as_problem",
    "load_article",
    "load_articles",
    "load_withheld",
    "parse_markdown",
    "parse_text",
]
