"""The addresses of the site, in one place, because links from outside rest on them.

A path is relative to the root of its language (`""` for the default language, `en/`, `lo/` ...) and ends in a file
name. Words are English in every language, so that the language switch only changes the root. Provinces stand
under their ISO 3166-2 code, which outlives spellings. Parts made by the archive (`page_2`, `by_full_name`) hold an
underscore, which no slug does: an article or a person can never take their place.

In contexts and templates an address begins with a token in place of the way up, so that what is made once fits
pages at every depth; `Renderer` puts the way in: `ROOT` to the root of the site, `HOME` to the root of the language.
"""

from __future__ import annotations

ROOT = "\x01"
HOME = "\x02"
PATH = "\x03"  # the page's own path below the root of its language

INDEX = "index.html"
HOME_PAGE = INDEX
ARTICLES = "articles/index.html"
PROVINCES = "provinces/index.html"
YEARS = "years/index.html"
OFFICIALS = "officials/index.html"
AGREEMENTS = "agreements/index.html"
EVENTS = "events/index.html"
TOPICS = "topics/index.html"
BODIES = "bodies/index.html"
PAIRS = "pairs/index.html"
MEETINGS = "meetings/index.html"
REVIEW = "review/index.html"
MAP = "map/index.html"
TIMELINE = "timeline/index.html"
FIGURES = "figures/index.html"
COVERAGE = "coverage/index.html"
GLOSSARY = "glossary/index.html"
METHOD = "method/index.html"
ABOUT = "about/index.html"
DATA = "data/index.html"
SEARCH = "search/index.html"
CHANGES = "changes/index.html"
NOT_FOUND = "404.html"
FEED = "feed.atom"
UNDATED = "undated"


def article(ident: str) -> str:
    return f"articles/{ident}/index.html"


def province(ident: str) -> str:
    return f"provinces/{ident.lower()}/index.html"


def year(value: str | None) -> str:
    return f"years/{value or UNDATED}/index.html"


def month(value: str) -> str:
    """value: `2025-08`."""
    return f"years/{value[:4]}/{value[5:7]}/index.html"


def official(ident: str) -> str:
    return f"officials/{ident}/index.html"


def agreement(ident: str) -> str:
    return f"agreements/{ident}/index.html"


def event(ident: str) -> str:
    return f"events/{ident}/index.html"


def figure(what: str) -> str:
    return f"figures/{what.replace('_', '-')}/index.html"


def told_event(ident: str, *, taken: bool = False) -> str:
    """An event that several articles report. taken: a kind of event stands under that name."""
    return f"events/{ident}{'_told' if taken else ''}/index.html"


def body(ident: str) -> str:
    return f"bodies/{ident}/index.html"


def topic(ident: str) -> str:
    return f"topics/{ident}/index.html"


def pair(vietnam: str, laos: str) -> str:
    return f"pairs/{vietnam.lower()}_{laos.lower()}/index.html"


def as_of_today(path: str) -> str:
    """The same with all that the merger of 2025 made part of it."""
    return f"{path.removesuffix(INDEX)}as_of_today/{INDEX}"


def series(ident: str) -> str:
    return f"meetings/{ident}/index.html"


def preview(language: str, section: str) -> str:
    """The picture that a link to a page of a section shows where it is shared."""
    return f"previews/{language}/{section}.png"


def citation(ident: str, kind: str) -> str:
    """A file that cites an article. kind: bib, ris or json."""
    return f"articles/{ident}/cite.{kind}"


def article_preview(ident: str) -> str:
    return f"previews/articles/{ident}.png"


def numbered(path: str, number: int) -> str:
    """Page `number` of the list at `path`: the first keeps the path, the others stand in `page_N/`."""
    return path if number == 1 else f"{path.removesuffix(INDEX)}page_{number}/{INDEX}"


def by(path: str, order: str) -> str:
    """The list at `path` in another order: `officials/by_rank/index.html`."""
    return f"{path.removesuffix(INDEX)}by_{order}/{INDEX}"


def part(path: str, name: str) -> str:
    """Those of the list at `path` that are of one kind: `review/of_person/index.html`."""
    return f"{path.removesuffix(INDEX)}of_{name}/{INDEX}"


def up(path: str) -> str:
    """The way from the folder of `path` to the root of the site: `../../` for `articles/x/index.html`."""
    return "../" * path.count("/")


def to(path: str) -> str:
    """The address of a page of the same language, for contexts."""
    return HOME + path


def search_folder() -> str:
    """The address of the folder of the search index, for contexts; one for all languages."""
    return f"{ROOT}search/"


def root(path: str) -> str:
    """The address of a file that is one for all languages, for contexts. path: below the root of the site."""
    return ROOT + path


def static(path: str) -> str:
    """The address of a static file, for contexts."""
    return f"{ROOT}static/{path}"
