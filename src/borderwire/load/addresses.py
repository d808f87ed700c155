"""Two sources that their keeper says come from one web address."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit

from borderwire.errors import Problem
from borderwire.model import Article

# What services add to an address to count who comes from where; the page is the same without it.
_COUNTERS = frozenset(["fbclid", "gclid", "zarsrc"])


def address_key(url: str) -> str:
    """An address without what does not change the page: scheme, "www.", case of the host, port, closing slash,
    fragment, and parameters that only count visitors. For comparison, not for show."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2].lower().removesuffix(":80").removesuffix(":443").removeprefix("www.")
    query = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not pair[0].lower().startswith("utm_") and pair[0].lower() not in _COUNTERS
    ]
    return f"{host}{parts.path.rstrip('/')}?{urlencode(query)}"


def same_addresses(articles: Iterable[Article]) -> tuple[Problem, ...]:
    """A warning for each source whose `url` an earlier one has; both are read."""
    first: dict[str, str] = {}
    problems: list[Problem] = []
    for article in articles:
        path, url = article.source.path, article.metadata.url
        if url is None:
            continue
        other = first.setdefault(address_key(url), path)
        if other != path:
            message = f"has the same address as {other}; both are shown."
            hint = "Remove one of the two, or correct its `url`."
            problems.append(Problem("same-url", message, path=path, key="url", hint=hint))
    return tuple(problems)
