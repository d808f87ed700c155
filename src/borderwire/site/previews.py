"""Preview pictures: what a link to the site looks like where it is shared. PNG, 1200 × 630 pixels.

The look is the site's: the words of the sources in the serif, those of the archive in the sans, the border between them
as dash and dot. Drawn in grey and coloured by the two sides in the end, since that is the quickest; the same words give
the same bytes with the same version of Pillow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from borderwire.site.theme import default_theme

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
_LEFT, _RIGHT, _RAIL = 128, 1110, 84
_PAPER, _INK, _SOFT, _LINE = 250, 28, 92, 140
_TITLE_LINES = 4
_OVER, _UNDER, _TALL = "ັິີຶືົໍ່້໊໋໌", "ຸູຼ", "ປຝຟ"  # marks of Lao, consonants whose stem is in their way
_STOREY, _ASIDE = 0.27, 0.1  # height of a mark, room beside a stem: parts of the size
# A letter with its marks, and in Lao a vowel that is written first with its consonant.
_SYLLABLE = re.compile(r"[ເ-ໄ]?[^ເ-ໄັ-ຼ່-ໍ][ັ-ຼ່-ໍ]*|.")
_SERIF, _SANS = "borderwire-serif", "be-vietnam-pro"
# Colours of the two sides on paper, and the rows of the picture that bear them.
_VIETNAM, _LAOS = (156, 42, 28), (42, 74, 140)
_SIDES_TOP, _SIDES_BOTTOM = 494, 552


@dataclass(frozen=True, slots=True)
class Preview:
    """kicker: a line above the title; vietnam, laos: names of provinces on either side; name: of the archive."""

    title: str
    name: str
    kicker: str = ""
    vietnam: tuple[str, ...] = ()
    laos: tuple[str, ...] = ()


def draw_preview(preview: Preview) -> bytes:
    """The picture as a PNG."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - slow to load, and only for sites that know their address

    image = Image.new("L", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(image)
    for top in range(0, HEIGHT, 46):  # the border: dash, dot, dash
        pen.rectangle((_RAIL, top, _RAIL + 3, top + 25), fill=_LINE)
        pen.rectangle((_RAIL, top + 34, _RAIL + 3, top + 37), fill=_LINE)
    kicker, foot = Words(_SANS, 28, 400), Words(_SANS, 30, 600)
    kicker.draw(pen, (_LEFT, 104), kicker.fitted(preview.kicker, 1)[0], _SOFT)
    title = Words(_SERIF, 62 if len(preview.title) < 90 else 52, 600)
    for row, line in enumerate(title.fitted(preview.title, _TITLE_LINES)):
        title.draw(pen, (_LEFT, 190 + round(row * title.size * 1.24)), line, _INK)
    foot.draw(pen, (_LEFT, 590), foot.fitted(preview.name, 1)[0], _INK)
    middle = _sides(preview, pen)
    return _coloured(image, middle)


def _sides(preview: Preview, pen: object) -> int:
    """Writes the provinces of both sides; the place of the line between them, 0 where there is none."""
    from PIL.ImageDraw import ImageDraw  # noqa: PLC0415

    words = Words(_SANS, 32, 600)
    half = (_RIGHT - _LEFT) // 2 - 40
    one = words.fitted(" · ".join(preview.vietnam), 1, half)[0]
    other = words.fitted(" · ".join(preview.laos), 1, half)[0]
    middle = _LEFT + round(words.length(one)) + 30 if one else _LEFT
    assert isinstance(pen, ImageDraw)
    if one and other:
        for top, bottom in ((0, 16), (21, 24), (29, 45)):
            pen.rectangle((middle - 1, _SIDES_TOP + 4 + top, middle + 1, _SIDES_TOP + 4 + bottom), fill=_LINE)
    words.draw(pen, (_LEFT, _SIDES_BOTTOM - 20), one, 0)
    words.draw(pen, (middle + (30 if one else 0), _SIDES_BOTTOM - 20), other, 0)
    return middle


def _coloured(image: object, middle: int) -> bytes:
    """Grey becomes ink on paper; the rows of the two sides become theirs, parted at `middle`."""
    from PIL import Image  # noqa: PLC0415

    assert isinstance(image, Image.Image)
    image = image.point(lambda value: value // 8)  # 32 steps from ink to paper
    for step, left, right in ((32, 0, middle), (64, middle, WIDTH)):
        part = (max(left, _LEFT), _SIDES_TOP, right, _SIDES_BOTTOM)
        if part[0] < part[2]:
            image.paste(image.crop(part).point(lambda value, step=step: value + step), part)
    image.putpalette([channel for colour in ((29, 31, 28), _VIETNAM, _LAOS) for channel in _ramp(colour)])
    stream = BytesIO()
    image.save(stream, "PNG", compress_level=3)
    return stream.getvalue()


def _ramp(colour: tuple[int, int, int]) -> Iterator[int]:
    paper = (250, 249, 245)
    for step in range(32):
        for low, high in zip(colour, paper, strict=True):
            yield round(low + (high - low) * min(1.0, step / 31))


class Words:
    """Words in one of the theme's fonts, Lao in the font of Lao. size: pixels."""

    def __init__(self, family: str, size: int, weight: int) -> None:
        self.family, self.size, self.weight = family, size, weight

    @cached_property
    def fonts(self) -> tuple[FreeTypeFont, FreeTypeFont]:
        return _fonts(self.family, self.size, self.weight)

    def runs(self, text: str) -> Iterator[tuple[FreeTypeFont, str]]:
        for lao, letters in groupby(text, _is_lao):
            yield self.fonts[lao], "".join(letters)

    def length(self, text: str) -> float:
        """Width in pixels."""
        return sum(font.getlength(run) for font, run in self.runs(text))

    def draw(self, pen: object, at: tuple[int, int], text: str, grey: int) -> None:
        """Draws a line; at: left end of its base line."""
        from PIL.ImageDraw import ImageDraw  # noqa: PLC0415

        assert isinstance(pen, ImageDraw)
        left, base = float(at[0]), at[1]
        for font, run in self.runs(text):
            for letter, shift, rise in self._placed(font, run) if _is_lao(run[0]) else ((run, 0.0, 0.0),):
                pen.text((left + shift, base - rise), letter, fill=grey, font=font, anchor="ls")
            left += font.getlength(run)

    def _placed(self, font: FreeTypeFont, text: str) -> Iterator[tuple[str, float, float]]:
        """Letters of Lao with their places from the left end and above the base line: vowels and tones stand over or
        under the middle of their consonant, one above the other. The font tells that in rules which not every Pillow
        can follow."""
        left = width = 0.0
        storeys, tall = 0, False
        for letter in text:
            if letter not in _OVER and letter not in _UNDER:
                yield letter, left, 0.0
                width = font.getlength(letter)
                left, storeys, tall = left + width, 0, letter in _TALL
                continue
            middle = left - width / 2 - (self.size * _ASIDE if tall and letter in _OVER else 0.0)
            yield letter, middle - font.getbbox(letter, anchor="ls")[2] / 2, storeys * self.size * _STOREY
            storeys += letter in _OVER

    def fitted(self, text: str, lines: int, width: int = _RIGHT - _LEFT) -> Sequence[str]:
        """The text cut into at most so many lines; what does not fit ends in an ellipsis. At least one line."""
        rows = [""]
        for word, gap in self._words(text, width):
            longer = f"{rows[-1]}{gap}{word}".strip()
            if not rows[-1] or self.length(longer) <= width:
                rows[-1] = longer
            elif len(rows) < lines:
                rows.append(word)
            else:
                rows[-1] = rows[-1].rstrip(" ·") + " …"
                break
        rows[-1] = self._shortened(rows[-1], width)
        return rows

    def _words(self, text: str, width: int) -> Iterator[tuple[str, str]]:
        """Words with the space before them; one that is wider than a line in pieces: Lao has no spaces between words,
        and is parted before vowels that are written first, which nothing but a syllable begins with."""
        for word in text.split():
            gap, piece = " ", ""
            for part in _SYLLABLE.findall(word) if self.length(word) > width else (word,):
                if piece and ("ເ" <= part[0] <= "ໄ" or self.length(piece + part) > width):
                    yield piece, gap
                    gap, piece = "", ""
                piece += part
            yield piece, gap

    def _shortened(self, line: str, width: int) -> str:
        while self.length(line) > width and len(line) > 2:
            line = line.removesuffix(" …")
            line = (line.rpartition(" ")[0] or line[: len(line) * 3 // 4]).rstrip(" ·") + " …"
        return line


def _is_lao(letter: str) -> bool:
    return "\u0e80" <= letter <= "\u0eff"


@cache
def _fonts(family: str, size: int, weight: int) -> tuple[FreeTypeFont, FreeTypeFont]:
    """The font itself and that of Lao."""
    from PIL import ImageFont  # noqa: PLC0415

    folder = default_theme() / "static" / "fonts"
    found = []
    for name in (family if family == _SERIF else f"{family}-{weight}", "noto-sans-lao"):
        font = ImageFont.truetype(folder / f"{name}.woff2", size, layout_engine=ImageFont.Layout.BASIC)
        if name in (_SERIF, "noto-sans-lao"):
            font.set_variation_by_axes([weight])
        found.append(font)
    return found[0], found[1]
