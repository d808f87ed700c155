"""What the keeper of an archive decides about its site."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.model import Changes

UNNAMED = "Borderwire"


@dataclass(frozen=True, slots=True)
class Download:
    """A data file of the build that the data page offers. path: relative to the build folder; size: bytes; records:
    how many it holds, None where it is no list."""

    path: str
    description: str
    size: int
    records: int | None = None


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """base_url: full address of the site's root, ending in `/`, or None where it is not known.

    language: of the pages at the root; languages: all of them, each of the others under its own folder;
    page_size: entries on one page of a list; rights: who owns the texts; footer: a line at the end of every page;
    review: show what is doubtful; changes: since an older build, None for no page of them;
    previews: pictures for links that are shared, one for each of the "sections" or one for each of the "articles" too.
    """

    title: str = UNNAMED
    description: str = ""
    base_url: str | None = None
    language: str = "vi"
    languages: tuple[str, ...] = ("vi",)
    page_size: int = 50
    author: str = ""
    rights: str = ""
    footer: str = ""
    downloads: tuple[Download, ...] = ()
    review: bool = False
    changes: Changes | None = None
    previews: str = "sections"

    @property
    def ordered_languages(self) -> tuple[str, ...]:
        """The default language first, each once."""
        return tuple(dict.fromkeys((self.language, *self.languages)))
