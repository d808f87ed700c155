"""An article as a reference for programs that keep such: BibTeX, RIS and CSL-JSON. What is not known is left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from borderwire.model import Entry, File
from borderwire.site import urls
from borderwire.site.cards import web_address
from borderwire.site.settings import SiteSettings

# What the files are called and how they end.
REFERENCES = (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json"))
# The characters that mean something to TeX.
_TEX = {char: f"\\{char}" for char in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\~{}", "^": r"\^{}"}


@dataclass(frozen=True, slots=True)
class Reference:
    """published, retrieved: ISO, as precise as known, or None; source: address of the original; address: of the page
    in the archive, None where the site does not know its own."""

    ident: str
    title: str
    authors: tuple[str, ...]
    outlet: str
    published: str | None
    retrieved: str | None
    source: str | None
    address: str | None
    archive: str
    language: str


def citation_files(entry: Entry, settings: SiteSettings, archive: str) -> Iterator[File]:
    """articles/ID/cite.bib, cite.ris and cite.json. archive: what it is called on the pages at the root."""
    reference = make_reference(entry, settings, archive)
    for name, text in (("bib", bibtex(reference)), ("ris", ris(reference)), ("json", csl(reference))):
        yield File(urls.citation(entry.id, name), text.encode(), entry.article.source.path)


def make_reference(entry: Entry, settings: SiteSettings, archive: str) -> Reference:
    """A title that the archive made stands in square brackets; the day of the event is none of publication."""
    record, metadata = entry.record, entry.article.metadata
    published = (record.published.value if record.published else None) or metadata.published
    return Reference(
        ident=entry.id,
        title=_line(f"[{entry.label}]" if entry.label_made else entry.label),
        authors=tuple(_line(name) for name in record.byline or metadata.authors),
        outlet=_line(record.outlet or metadata.outlet or ""),
        published=published,
        retrieved=metadata.retrieved,
        source=web_address(metadata.url),
        address=settings.base_url + urls.article(entry.id) if settings.base_url else None,
        archive=_line(archive),
        language=metadata.language or "vi",
    )


def bibtex(reference: Reference) -> str:
    """An entry that BibTeX and biblatex read; names are kept whole."""
    year, month = _parts(reference.published, 2)
    rows = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in reference.authors),
        "title": f"{{{_tex(reference.title)}}}",
        "howpublished": _tex(reference.outlet),
        "year": year,
        "month": month.lstrip("0"),
        "date": reference.published,
        "url": reference.source or reference.address,
        "urldate": reference.retrieved if reference.source else None,
        "note": _tex(_archived(reference)),
        "language": reference.language,
    }
    fields = "".join(f",\n  {key} = {{{value}}}" for key, value in rows.items() if value)
    return f"@misc{{{reference.ident}{fields}\n}}\n"


def ris(reference: Reference) -> str:
    """A record of type NEWS; lines end as the format wants."""
    rows = [("TY", "NEWS"), *(("AU", name) for name in reference.authors), ("TI", reference.title)]
    year, month, day = _parts(reference.published, 3)
    rows += [
        ("T2", reference.outlet),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("UR", reference.source or reference.address or ""),
        ("Y2", (reference.retrieved or "").replace("-", "/") if reference.source else ""),
        ("LA", reference.language),
        ("DB", reference.archive),
        ("N1", _archived(reference)),
        ("ID", reference.ident),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value) + "ER  - \r\n"


def csl(reference: Reference) -> str:
    """A list of one item, as citation processors take it."""
    item: dict[str, Any] = {
        "id": reference.ident,
        "type": "article-newspaper",
        "title": reference.title,
        "author": [{"literal": name} for name in reference.authors],
        "container-title": reference.outlet,
        "issued": _csl_date(reference.published),
        "URL": reference.source or reference.address,
        "accessed": _csl_date(reference.retrieved) if reference.source else None,
        "language": reference.language,
        "archive": reference.archive,
        "archive_location": reference.address,
    }
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


def _archived(reference: Reference) -> str:
    where = f", {reference.address}" if reference.address else ""
    return f"Archived in: {reference.archive}{where}"


def _csl_date(iso: str | None) -> dict[str, Any] | None:
    parts = [int(part) for part in _parts(iso, 3) if part]
    return {"date-parts": [parts]} if parts else None


def _parts(iso: str | None, count: int) -> list[str]:
    """Year, month, day as far as they are known, then empty."""
    found = iso.split("-") if iso and not iso.startswith("-") else []
    return [*found[:count], *[""] * (count - len(found))]


def _line(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    return re.sub(r"[&%$#_{}\\~^]", lambda match: _TEX[match[0]], text)
