"""Words of another language inside a line of the page's: marked as what they are, for voices, fonts and hyphens.

WCAG 2.2, 3.1.2. Lines that are made of a message and names are Markup; a title or an attribute takes them plain.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape


def foreign(text: str, lang: str | None) -> str:
    """The text, marked where it is not in the page's own language (lang is set)."""
    return Markup('<span lang="{}">{}</span>').format(lang, text) if lang and text else text


def filled(message: str, **values: str) -> Markup:
    """`the same document: %(label)s` with its values, which may be marked."""
    return Markup(escape(message)) % values


def joined(separator: str, parts: Iterable[str]) -> Markup:
    """The parts that are not empty, marked ones among them."""
    return Markup(escape(separator)).join(part for part in parts if part)


def plain(text: str) -> str:
    """The same without marks, for titles and attributes."""
    return text.striptags() if isinstance(text, Markup) else text
