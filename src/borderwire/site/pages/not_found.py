"""The page that a server shows where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from borderwire.model import File
from borderwire.site import urls
from borderwire.site.contexts import Link, NotFound, NotFoundPage
from borderwire.site.renderer import Renderer


def not_found_page(renderers: Sequence[Renderer]) -> File:
    """404.html, which a server shows at any depth, so that no relative link would hold: it links to full addresses
    where the site knows its own, else to the root of the host, and a script of the page finds the root of the site."""
    context = NotFoundPage(tuple(map(_not_found, renderers)), find_root=not renderers[0].settings.base_url)
    return renderers[0].page("404.html", urls.NOT_FOUND, context.tongues[0].title, not_found=context)


def _not_found(renderer: Renderer) -> NotFound:
    _, base, folder = renderer._, renderer.settings.base_url, renderer.language.folder
    return NotFound(
        renderer.language.code,
        _("Page not found"),
        _(
            "There is no page at this address. It may have been mistyped, or the article may have been taken out of "
            "the archive."
        ),
        "" if base else _("Go back, or shorten the address to find the home page."),
        Link(_("To the home page"), f"{base}{folder}" if base else f"/{folder}{urls.HOME_PAGE}"),
        Link(_("Search the archive"), f"{base or '/'}{folder}{urls.SEARCH}"),
    )
