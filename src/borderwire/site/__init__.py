"""The archive to HTML pages and what they need."""

from borderwire.site.languages import check_languages
from borderwire.site.overrides import idle_overrides
from borderwire.site.render import render_site
from borderwire.site.settings import Download, SiteSettings
from borderwire.site.theme import Theme

__all__ = ["Download", "SiteSettings", "Theme", "check_languages", "idle_overrides", "render_site"]
