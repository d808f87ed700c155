"""Which province a text is speaking of at a place, for bodies and offices that do not say."""

from __future__ import annotations

from collections.abc import Sequence

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, PlaceMention


class Focus:
    """The provinces that a text names, in order."""

    def __init__(self, doc: Doc, places: Sequence[PlaceMention]) -> None:
        self._doc = doc
        self._all = [place for place in places if place.kind == "province" and place.country is not None]
        self._districts = [place for place in places if place.kind == "district"]
        counts: dict[tuple[str, str], int] = {}
        for place in self._all:
            owner = (place.country or "", place.id)
            counts[owner] = counts.get(owner, 0) + 1
        self._counts = counts

    def near(self, token: int, country: str) -> str | None:
        """The province of a country named last before a token in the same sentence."""
        doc, near = self._doc, None
        for place in self._all:
            if place.start >= token:
                break
            if place.country == country and doc.sentence[place.start] == doc.sentence[token]:
                near = place.id
        return near

    def province(self, token: int, country: str, bodies: Sequence[BodyMention], kind: str | None) -> str | None:
        """ISO 3166-2 of the province of that country whose body of the same family was named last before a token;
        else the province named most often; else None."""
        near: str | None = None
        for body in bodies:
            if body.start >= token:
                break
            if body.province and body.country == country and (kind is None or same_family(body.id, kind)):
                near = body.province
        return near or self.main(country)

    def before(self, token: int, country: str) -> str | None:
        """The province of a country named last before a token."""
        near: str | None = None
        for place in self._all:
            if place.start >= token:
                break
            if place.country == country:
                near = place.id
        return near

    def district(self, token: int, town: str | None = None) -> PlaceMention | None:
        """The district named last before a token; town: only one with that title word."""
        near: PlaceMention | None = None
        for place in self._districts:
            if place.start >= token:
                break
            if town is None or town in self._doc.keys[place.title : place.start]:
                near = place
        return near

    def main(self, country: str) -> str | None:
        """The province of a country that the text names most often; the first named where two are equal."""
        best: str | None = None
        most = 0
        for (owner, ident), count in self._counts.items():
            if owner == country and count > most:
                best, most = ident, count
        return best

    def written(self, province: str, token: int) -> str:
        """A province as the sentence of a token writes it, else as the text writes it most often, else its usual name."""
        doc = self._doc
        forms: dict[str, int] = {}
        for place in self._all:
            if place.id == province:
                text = " ".join(doc.text[doc.starts[place.start] : doc.ends[place.end - 1] - place.cut].split())
                if doc.sentence[place.start] == doc.sentence[token] and place.title < place.start:
                    return text
                titled = place.title < place.start
                forms[text] = forms.get(text, 0) + (5 if titled and doc.keys[place.title] == "tỉnh" else 1)
        if not forms:
            return doc.gazetteer.provinces[province].name
        return max(forms, key=lambda text: forms[text])


# Bodies that speak for one another when a place is looked for: "Công an tỉnh" and "Ty An ninh tỉnh" on the Lao side.
_FAMILIES = (
    ("police", "security", "investigation", "drug-police", "police-division", "police-team"),
    ("border-guard", "border-guard-command", "military-command", "border-post", "border-station"),
    ("peoples-committee", "peoples-council", "party", "administration", "fatherland-front", "assembly-delegation"),
)


def family_of(ident: str | None) -> int | None:
    """Number of the family of a body's id, None for those without."""
    if ident is not None:
        for number, members in enumerate(_FAMILIES):
            if ident.startswith(members):
                return number
    return None


def same_family(one: str | None, other: str | None) -> bool:
    """Both bodies are police, both guard the border, or both govern."""
    first = family_of(one)
    return one == other or (first is not None and first == family_of(other))
