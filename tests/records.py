"""Small hand-made records for tests that start after extraction. All names are invented."""

from __future__ import annotations

import hashlib
from typing import Any

from borderwire.model import AgreementFact, Article, Block, DateFact, OfficialFact, ProvinceFact, Record, Source


def article(path: str = "seeds/a.txt", text: str = "Một câu.", **fields: Any) -> Article:
    digest = hashlib.sha256(f"{path}{text}".encode()).hexdigest()
    base: dict[str, Any] = {
        "source": Source(path, digest, "text"),
        "text": text,
        "blocks": (Block("paragraph", 0, len(text)),),
        "title": None,
        "lead": None,
        "outlet": None,
        "byline": (),
        "photos": (),
    }
    return Article(**{**base, **fields})


def record(ident: str = "a", date: str | None = "2024-05-06", *, source: Source | None = None, **fields: Any) -> Record:
    base: dict[str, Any] = {
        "id": ident,
        "source": source or article(f"seeds/{ident}.txt").source,
        "title": None,
        "lead": None,
        "outlet": None,
        "byline": (),
        "event_date": DateFact(date, "explicit" if date else "none"),
        "event_end": None,
        "published": None,
        "event_type": None,
        "venue": None,
        "provinces": (),
        "officials": (),
        "agreements": (),
        "series": None,
        "figures": (),
        "delegations": (),
        "handovers": (),
        "gates": (),
        "topics": (),
        "photos": (),
    }
    return Record(**{**base, **fields})


def official(name: str, province: str | None, country: Any = "VN", **fields: Any) -> OfficialFact:
    base: dict[str, Any] = {"rank": None, "position": "Giám đốc", "organization": None}
    return OfficialFact(name=name, province=province, country=country, **{**base, **fields})


def agreement(
    written: str, date: str | None, *parties: str, status: Any = "signed", kind: str = "memorandum"
) -> AgreementFact:
    return AgreementFact(kind, written, status, date, parties)


def province(ident: str, name: str, country: Any = "VN", role: Any = "party") -> ProvinceFact:
    return ProvinceFact(ident, name, country, role, (name,))
