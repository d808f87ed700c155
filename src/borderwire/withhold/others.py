"""What is withheld left out of what does not come from the texts: older builds and the keeper's judgements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from borderwire.model import ArticleRef, Changes
from borderwire.resolve.authority import Authority, Ref
from borderwire.withhold.forms import Forms


def redact_changes(changes: Changes, forms: Forms) -> Changes:
    """What has changed since an older build, without the facts and persons that are withheld now."""

    def holds(value: object) -> bool:
        return forms.line_of(repr(value)) is not None

    def told(article: ArticleRef) -> ArticleRef:
        title = forms.redact(article.title) if article.title else article.title
        return replace(article, path=forms.redact(article.path), entry=forms.redact(article.entry), title=title)

    articles = [
        replace(
            change,
            article=told(change.article),
            facts=tuple(fact for fact in change.facts if not holds(fact)),
            old=forms.redact(change.old) if change.old else change.old,
        )
        for change in changes.articles
    ]
    return replace(
        changes,
        added=tuple(map(told, changes.added)),
        removed=tuple(map(told, changes.removed)),
        articles=tuple(change for change in articles if change.facts or change.old),
        things=tuple(thing for thing in changes.things if not holds(thing)),
    )


def redact_authority(authority: Authority, forms: Forms, moved: Mapping[str, str]) -> Authority:
    """The keeper's judgements without those about what is withheld. moved: old id of an article -> its new one."""

    def told(ref: Ref) -> Ref:
        return replace(ref, article=moved.get(ref.article) or forms.redact(ref.article))

    def open_to_all(*values: object) -> bool:
        return all(forms.line_of(repr(value)) is None for value in values)

    return replace(
        authority,
        identities=tuple(
            replace(row, one=told(row.one), other=told(row.other), why=forms.redact(row.why), by=forms.redact(row.by))
            for row in authority.identities
            if open_to_all(row.one.words, row.other.words)
        ),
        names=tuple(
            replace(row, of=told(row.of))
            for row in authority.names
            if open_to_all(row.of.words, row.preferred, row.also, row.titles)
        ),
        facts=tuple(
            replace(row, of=told(row.of), by=forms.redact(row.by))
            for row in authority.facts
            if open_to_all(row.of.words, row.value)
        ),
    )
