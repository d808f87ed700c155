"""Cuts the fonts of the theme, `static/fonts/*.woff2`, from whole ones: light, and without losing a letter.

    pip install fonttools brotli && pip download --no-deps fontpkg-source-serif-4==4.4 fontpkg-be-vietnam-pro==1.2
    npm pack @fontsource-variable/noto-sans-lao@5.3.0   # then unpack the three
    python bench/make_fonts.py 'SourceSerif4[opsz,wght].ttf' BeVietnamPro-Regular.ttf BeVietnamPro-SemiBold.ttf \
        noto-sans-lao-lao-wght-normal.woff2

One file for each face: were Latin and Vietnamese two files, one of them could be there at the first paint and the other
not, and words would stand in two fonts. Weights run from 400 to 600, which is all that the style sheet asks for, at the
optical size of texts. Hints for screens of few pixels are left out, as they are in the two other families. The licence
of Source Serif reserves its name for unchanged files, so that the cut one has a name of its own.
"""

from __future__ import annotations

import base64
import io
import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

STATIC = Path(__file__).resolve().parent.parent / "static"
FONTS, SHEET = STATIC / "fonts", STATIC / "css" / "site.css"
FEATURES = ["ccmp", "liga", "locl", "kern", "mark", "mkmk", "tnum"]
WEIGHTS = (400, 600)
OPTICAL_SIZE = 14
# Latin 1, the letters of Vietnamese and their marks, punctuation, the signs of money and reckoning, arrows.
LETTERS = {
    *range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x1EA0, 0x1EFA), *range(0x2000, 0x2070), *range(0x2190, 0x2196),
    *map(ord, "ĂăĐđĨĩŨũƠơƯưıŒœʻʼˆ˚˜₫€™−∕\u0300\u0301\u0303\u0304\u0308\u0309\u0323\u0329\ufeff\ufffd"),
}  # fmt: skip
LAO = {*range(0x0E80, 0x0F00), 0x25CC, 0x20, 0xA0, 0x200B, 0x200C, 0x200D}
LAO_BY_NAME = set(map(ord, "ລາວ"))
SERIF = "Borderwire Serif"


def fresh(font: TTFont) -> TTFont:
    """Written and read again: what one step changed, the next one finds in its place."""
    held = io.BytesIO()
    font.flavor = None
    font.save(held)
    held.seek(0)
    return TTFont(held, recalcTimestamp=False)


def narrowed(font: TTFont, weights: tuple[int, int] | int = WEIGHTS) -> TTFont:
    """A variable font without the weights and optical sizes that are never asked for."""
    limits = {axis.axisTag: OPTICAL_SIZE if axis.axisTag == "opsz" else weights for axis in font["fvar"].axes}
    return fresh(instancer.instantiateVariableFont(font, limits))


def cut(font: TTFont, letters: set[int]) -> TTFont:
    """Only these letters, and the features that the pages use."""
    options = subset.Options(layout_features=FEATURES, hinting=False, name_IDs=["*"], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    return font


def written(font: TTFont) -> bytes:
    font.flavor = "woff2"
    held = io.BytesIO()
    font.save(held)
    return held.getvalue()


def three_letters(font: TTFont) -> bytes:
    """The name of Lao in Lao, one weight, and nothing else: it stands in the style sheet itself."""
    options = subset.Options(layout_features=[], hinting=False, name_IDs=[0, 14], drop_tables=["GDEF", "GSUB", "GPOS"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LAO_BY_NAME)
    cutter.subset(font)
    return written(font)


def rename(font: TTFont, name: str) -> None:
    """Every name that is shown to people; what tells of origin and licence stays."""
    plain = name.replace(" ", "")
    told = {1: name, 3: f"{plain}-Regular", 4: name, 6: f"{plain}-Regular", 16: name, 25: plain}
    for record in list(font["name"].names):
        if record.nameID in told:
            record.string = told[record.nameID]
        elif record.nameID > 25:  # of the weights that are named, "SourceSerif4-Semibold"
            record.string = str(record).replace("SourceSerif4", plain).replace("Source Serif 4", name)


def main() -> None:
    """Write the four files, and the three letters into the style sheet."""
    serif, regular, semibold, lao = (TTFont(path, recalcTimestamp=False) for path in sys.argv[1:5])
    serif = cut(narrowed(serif), LETTERS)
    rename(serif, SERIF)
    lao = fresh(lao)
    name = three_letters(narrowed(fresh(lao), WEIGHTS[0]))
    made = {
        "borderwire-serif": serif,
        "be-vietnam-pro-400": cut(regular, LETTERS),
        "be-vietnam-pro-600": cut(semibold, LETTERS),
        "noto-sans-lao": cut(narrowed(lao), LAO),
    }
    for file, font in made.items():
        path = FONTS / f"{file}.woff2"
        path.write_bytes(written(font))
        print(f"{path.stat().st_size:>8} {path.name}")
    data = "data:font/woff2;base64," + base64.b64encode(name).decode()
    sheet = SHEET.read_text(encoding="utf-8")
    SHEET.write_text(re.sub(r"data:font/woff2;base64,[\w+/=]*", lambda _found: data, sheet), encoding="utf-8")
    print(f"{len(name):>8} within {SHEET.name}")


if __name__ == "__main__":
    main()
