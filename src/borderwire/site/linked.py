"""An article as linked data (schema.org), for programs that read pages: what its record holds, and no more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from borderwire.model import Entry, OfficialFact
from borderwire.site.contexts import Citation


def article_data(entry: Entry, citation: Citation, *, archive: str, base_url: str, whole: bool = True) -> Markup:
    """The JSON-LD of an article, safe inside a `script` element. citation.address is its full address; whole: with what
    the text names, which one language of a site is enough for."""
    record, metadata = entry.record, entry.article.metadata
    published = (record.published.value if record.published else None) or metadata.published
    rows: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": citation.address,
        "name" if entry.label_made else "headline": entry.label,
        "inLanguage": citation.lang,
        "author": [{"@type": "Person", "name": name} for name in record.byline or metadata.authors],
        "publisher": {"@type": "Organization", "name": citation.outlet} if citation.outlet else None,
        "datePublished": published if published and not published.startswith("--") else None,
        "temporalCoverage": _when(entry),
        "contentLocation": {"@type": "Place", "name": record.venue.as_written} if record.venue else None,
        "about": [_place(row.id, row.name) for row in record.provinces if row.role == "party"],
        "mentions": list(_mentions(entry)) if whole else None,
        "isBasedOn": citation.source,
        "license": metadata.rights if metadata.rights and metadata.rights.startswith("http") else None,
        "isPartOf": {"@type": "Collection", "name": archive, "url": base_url},
    }
    text = json.dumps({key: value for key, value in rows.items() if value}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _when(entry: Entry) -> str | None:
    """The event, as precise as the text tells it: a day, a month, a year, or days from - to."""
    day, last = entry.record.event_date.of_event, entry.record.event_end
    return f"{day}/{last}" if day and last else day


def _place(ident: str, name: str) -> dict[str, Any]:
    return {"@type": "AdministrativeArea", "name": name, "identifier": ident}


def _mentions(entry: Entry) -> Iterator[dict[str, Any]]:
    for place in entry.record.provinces:
        if place.role != "party":
            yield _place(place.id, place.name)
    for official in entry.record.officials:
        yield _person(official)
    for agreement in entry.record.agreements:
        yield {"@type": "CreativeWork", "name": agreement.as_written}


def _person(official: OfficialFact) -> dict[str, Any]:
    rows: dict[str, Any] = {"@type": "Person", "name": official.name}
    if official.rank:
        rows["honorificPrefix"] = official.rank
    if official.position:
        rows["jobTitle"] = official.position
    if official.organization:
        rows["affiliation"] = {"@type": "Organization", "name": official.organization}
    return rows
