"""Units of figures in the page's language: "30 bricks", "30 bánh", "30 ກ້ອນ".

The extractor gives a symbol of the SI or of a currency, an id, or the Vietnamese noun as written; each is a counted
message of the catalogue, so that languages with plurals have them. A unit that is not known is shown as it stands.
"""

from __future__ import annotations

from borderwire.site.languages import Language

# Unit of a figure -> the number with it. Symbols by SI brochure 9 and ISO 4217; "tạ" is the metric quintal, 100 kg.
UNITS = {
    "pill": ("%(n)s pill", "%(n)s pills"),
    "brick": ("%(n)s brick", "%(n)s bricks"),
    "gói": ("%(n)s packet", "%(n)s packets"),
    "túi": ("%(n)s bag", "%(n)s bags"),
    "tép": ("%(n)s sachet", "%(n)s sachets"),
    "cây": ("%(n)s item", "%(n)s items"),
    "lọ": ("%(n)s bottle", "%(n)s bottles"),
    "ống": ("%(n)s tube", "%(n)s tubes"),
    "khẩu": ("%(n)s gun", "%(n)s guns"),
    "khẩu súng": ("%(n)s gun", "%(n)s guns"),
    "quả lựu đạn": ("%(n)s grenade", "%(n)s grenades"),
    "quả": ("%(n)s piece", "%(n)s pieces"),
    "viên đạn": ("%(n)s round of ammunition", "%(n)s rounds of ammunition"),
    "bao": ("%(n)s pack", "%(n)s packs"),
    "tút": ("%(n)s carton", "%(n)s cartons"),
    "hộp": ("%(n)s box", "%(n)s boxes"),
    "thùng": ("%(n)s case", "%(n)s cases"),
    "chai": ("%(n)s bottle", "%(n)s bottles"),
    "head": ("%(n)s animal", "%(n)s animals"),
    "g": ("%(n)s g", "%(n)s g"),
    "kg": ("%(n)s kg", "%(n)s kg"),
    "q": ("%(n)s quintal", "%(n)s quintals"),
    "t": ("%(n)s tonne", "%(n)s tonnes"),
    "l": ("%(n)s litre", "%(n)s litres"),
    "m3": ("%(n)s m³", "%(n)s m³"),
    "km": ("%(n)s km", "%(n)s km"),
    "VND": ("%(n)s Vietnamese dong", "%(n)s Vietnamese dong"),
    "LAK": ("%(n)s Lao kip", "%(n)s Lao kip"),
    "THB": ("%(n)s Thai baht", "%(n)s Thai baht"),
    "USD": ("%(n)s US dollar", "%(n)s US dollars"),
    "CNY": ("%(n)s Chinese yuan", "%(n)s Chinese yuan"),
}


def counted(language: Language, value: float, unit: str | None) -> str:
    """`30 bricks`, `1.5 tonnes`; the number alone where nothing is counted in a unit."""
    forms = UNITS.get(unit or "")
    if forms is None:
        return f"{language.number(value)} {unit}" if unit else language.number(value)
    whole = int(value) if value == int(value) else 2  # "1.5 tonnes": parts take the plural, as CLDR has it for English
    return language.ngettext(*forms, whole) % {"n": language.number(value)}


def unit_name(language: Language, unit: str) -> str:
    """The unit without a number: `bricks`."""
    forms = UNITS.get(unit)
    return " ".join((language.ngettext(*forms, 2) % {"n": ""}).split()) if forms else unit
