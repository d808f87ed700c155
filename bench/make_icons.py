"""Draws `static/icon.svg` again as the pictures that browsers and phones ask for: `favicon.ico`, `touch-icon.png`.

python bench/make_icons.py
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

STATIC = Path(__file__).resolve().parent.parent / "static"
PAPER, INK, VIETNAM, LAOS = "#faf9f5", "#1d1f1c", "#9c2a1c", "#2a4a8c"


def icon(size: int, corner: float) -> Image.Image:
    """Two banks and a line, on a grid of 32 as in the SVG; corner: radius on that grid."""
    scale = 8 * size // 32 if size >= 32 else 8
    image = Image.new("RGBA", (32 * scale, 32 * scale))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, 32 * scale - 1, 32 * scale - 1), corner * scale, PAPER)
    for left, colour in ((4, LAOS), (19, VIETNAM)):
        pen.rectangle((left * scale, 5 * scale, (left + 9) * scale - 1, 27 * scale - 1), colour)
    for top, bottom in ((4, 13), (16, 18), (21, 29)):
        pen.rectangle((15 * scale, top * scale, 17 * scale - 1, bottom * scale - 1), INK)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def main() -> None:
    """Write both files."""
    sizes = (16, 32, 48)
    pictures = [icon(size, 5) for size in sizes]
    pictures[-1].save(STATIC / "favicon.ico", sizes=[(size, size) for size in sizes], append_images=pictures[:-1])
    icon(180, 0).convert("RGB").save(STATIC / "touch-icon.png", optimize=True)


if __name__ == "__main__":
    main()
