"""The passes in order. Reads like a table of contents; holds the only intermediate state."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from borderwire.changes import compare, read_snapshot, snapshot
from borderwire.config import LANGUAGES, Config
from borderwire.errors import ConfigError, NoSourcesError, Problem, SourceError
from borderwire.export import (
    AGREEMENTS,
    ARTICLES,
    FIGURES,
    MEETINGS,
    PEOPLE,
    RECORDS,
    SCHEMA,
    THINGS,
    export_files,
)
from borderwire.extract.record import extract_records
from borderwire.gazetteer import load_gazetteer
from borderwire.load import WITHHOLD_FILE, load_article, load_articles, load_withheld
from borderwire.model import Archive, Article, Changes, File, Record
from borderwire.publish import PublishReport, check_target, plan_publication, publish, verify_site
from borderwire.resolve import Authority, correct, load_authority, resolve_archive, to_review
from borderwire.site import Download, SiteSettings, Theme, check_languages, idle_overrides, render_site
from borderwire.withhold import Hidden, find_hidden, prove, redact_all, redact_authority, redact_changes

# Below this many articles a second process costs more than it saves (measured: about 60 ms to start one).
_WORTH_A_POOL = 400
_CHUNK = 64

Progress = Callable[[str, int, int | None], None]  # pass, done so far, of how many (None: not known yet)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. seconds: wall time; published: None for `check` and for a build that published nothing."""

    archive: Archive
    pages: int
    files: int
    problems: tuple[Problem, ...]
    published: PublishReport | None
    seconds: float

    @property
    def facts(self) -> Counter[str]:
        """How many facts of each kind the records hold."""
        count: Counter[str] = Counter()
        for entry in self.archive.entries:
            record = entry.record
            count["event dates"] += record.event_date.value is not None
            for name in ("provinces", "officials", "agreements", "figures"):
                count[name] += len(getattr(record, name))
        return count

    @property
    def problem_kinds(self) -> Counter[str]:
        """How many problems of each kind, notes aside."""
        return Counter(problem.code for problem in self.counted)

    @property
    def note_kinds(self) -> Counter[str]:
        """How many notes of each kind."""
        return Counter(problem.code for problem in self.problems if problem.severity == "note")

    @property
    def counted(self) -> tuple[Problem, ...]:
        """The problems that `--strict` counts."""
        return tuple(problem for problem in self.problems if problem.severity != "note")


def silent(_pass: str, _done: int, _total: int | None) -> None:
    """A progress display that shows nothing."""


def build(config: Config, *, strict: bool = False, write: bool = True, progress: Progress = silent) -> BuildReport:
    """Everything from the sources to the site. With `strict`, a build that finds problems publishes nothing.

    Without `write`, all is done but the writing, and refused what writing would be refused. Raises BorderwireError;
    whatever is raised before the last pass, the site is as it was. What is withheld stands in no file, or it raises.
    """
    began = time.perf_counter()
    protected = (config.root, config.seeds_path)
    check_target(config.output_path, protected)
    withheld = load_withheld(config.root, config.seeds_path)
    if set(config.languages) - set(LANGUAGES):
        check_languages(config.languages, Theme(config.root))
    spare_the_collector()
    read = gather(config, progress)
    archive, records = read.archive, read.records
    hidden = find_hidden(withheld, archive)
    hiding: tuple[Problem, ...] = ()
    if hidden.entries:
        archive, records, hiding = leave_out(hidden, read.articles, records, read.authority)
    if config.review:
        archive = replace(archive, review=to_review(archive))
    files = render(archive, config, hidden, progress)
    checking = verify_site({file.path: file.content for file in files})
    idle = idle_overrides(Theme(config.root))
    told = chain.from_iterable(map(_problems, records))
    problems = (*read.problems, *hiding, *told, *archive.problems, *idle, *checking)
    if hidden.entries:
        standing = all_that_stands(files, config.output_path, protected)
        prove(standing, hidden.forms, WITHHOLD_FILE, lambda: [_told(entry.article) for entry in archive.entries])
    pages = sum(file.path.endswith(".html") for file in files)
    report = BuildReport(archive, pages, len(files), problems, None, 0.0)
    if not write:
        plan_publication(files, config.output_path, protected=protected)
    elif not (strict and report.counted):
        report = replace(report, published=publish(files, config.output_path, protected=protected))
    return replace(report, seconds=time.perf_counter() - began)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The archive and what it was made from. problems: those of files, corrections and judgements; the articles' and
    the archive's own stay with them."""

    articles: tuple[Article, ...]
    records: list[Record]
    authority: Authority
    archive: Archive
    problems: tuple[Problem, ...]


def gather(config: Config, progress: Progress = silent) -> Gathered:
    """The passes up to the archive: what the sources say, corrected and judged, with nothing withheld."""
    articles, loading = load(config, progress)
    records = extract(articles, config.workers, progress)
    authority, judging = load_authority(config.root, list(dict.fromkeys((*LANGUAGES, *config.languages))))
    articles, records, correcting = correct(articles, records, load_gazetteer())
    archive = resolve_archive(list(zip(articles, records, strict=True)), load_gazetteer(), authority)
    return Gathered(articles, records, authority, archive, (*loading, *correcting, *judging))


def _problems(record: Record) -> Iterator[Problem]:
    """What was found wrong with an article, each with its file: the rules that read a text know of none."""
    for problem in record.problems:
        yield problem if problem.path else replace(problem, path=record.source.path)


def spare_the_collector() -> None:
    """Keep Python's cycle collector from walking the gazetteer again and again while articles are read.

    Records hold no cycles, and the gazetteer's tables live as long as the process: taken out of the collector's sight,
    and with rarer rounds, reading takes about a quarter less time (bench/extract_speed.py).
    """
    load_gazetteer()
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def load(config: Config, progress: Progress = silent) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles in the seeds folder, and what was wrong with files there. Raises SourceError when there is none."""
    progress("read", 0, None)
    articles, problems = load_articles(config.seeds_path, root=config.root)
    progress("read", len(articles), len(articles))
    if not articles:
        raise NoSourcesError(
            "no source that can be read was found here; nothing was built, and a site that is there is as it was.",
            path=str(config.seeds_path),
            hint="Put the texts (.txt, .md) into it, or name another folder with `seeds:` in borderwire.yaml.",
            problems=problems,
        )
    return articles, problems


def read_paths(paths: Sequence[Path]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Single texts and folders of texts, for the commands that look at them alone. Raises SourceError."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            found, wrong = load_articles(path, root=path.parent)
            articles += found
            problems += wrong
            continue
        try:
            articles.append(load_article(path, root=Path()))
        except SourceError as error:
            hint, told = error.hint, error.message
            problems.append(Problem("unreadable", told, "error", path=error.path or str(path), hint=hint))
    return tuple(articles), tuple(problems)


def extract(articles: Sequence[Article], workers: int, progress: Progress = silent) -> list[Record]:
    """The records of the articles, in their order; over several processes where that pays."""
    done: list[Record] = []
    for record in _records(articles, workers or os.cpu_count() or 1):
        done.append(record)
        if len(done) % _CHUNK == 0:
            progress("extract", len(done), len(articles))
    progress("extract", len(done), len(articles))
    return done


def _records(articles: Sequence[Article], workers: int) -> Iterable[Record]:
    if workers < 2 or len(articles) < _WORTH_A_POOL:
        return extract_records(articles, load_gazetteer())
    return _in_parallel(articles, workers)


def _in_parallel(articles: Sequence[Article], workers: int) -> Iterator[Record]:
    # The gazetteer was loaded before this fork, so that every worker shares it.
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_follow_the_parent) as pool:
        chunks = [articles[at : at + _CHUNK] for at in range(0, len(articles), _CHUNK)]
        yield from chain.from_iterable(pool.map(_chunk, chunks))


def _follow_the_parent() -> None:
    """A worker ends when its parent does, however that ends, and leaves Ctrl+C to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _chunk(articles: Sequence[Article]) -> list[Record]:
    return list(extract_records(articles, load_gazetteer()))


def leave_out(
    hidden: Hidden, articles: Sequence[Article], records: Sequence[Record], authority: Authority
) -> tuple[Archive, list[Record], tuple[Problem, ...]]:
    """The archive and its records without what is withheld, and notes on each entry."""
    told, redacted, notes = redact_all(articles, records, hidden, WITHHOLD_FILE)
    moved = {old.id: new.id for old, new in zip(records, redacted, strict=True)}
    authority = redact_authority(authority, hidden.forms, moved)
    archive = resolve_archive(list(zip(told, redacted, strict=True)), load_gazetteer(), authority)
    return archive, redacted, notes


def _told(article: Article) -> tuple[str, str]:
    """Path of the source, and its words as they are published."""
    words = (article.text, article.html or "", article.title or "", article.lead or "", *article.byline)
    return article.source.path, "\n".join(words)


def all_that_stands(files: Sequence[File], output: Path, protected: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """The files of this build, and those of older ones that stay because somebody has changed them by hand."""
    yield from ((file.path, file.content) for file in files)
    for path in plan_publication(files, output, protected=protected).kept:
        yield path, (output / path).read_bytes()


def render(archive: Archive, config: Config, hidden: Hidden, progress: Progress = silent) -> list[File]:
    """Every file of the site, in memory."""
    files = list(export_files(archive))
    changes = changes_since(config, files)
    if changes and hidden.entries:
        changes = redact_changes(changes, hidden.forms)
    settings = replace(site_settings(config, files), changes=changes)
    for file in render_site(archive, settings, Theme(config.root)):
        files.append(file)
        if len(files) % _CHUNK == 0:
            progress("render", len(files), None)
    progress("render", len(files), len(files))
    return files


def changes_since(config: Config, files: Sequence[File]) -> Changes | None:
    """What differs from the older build that the settings name; None where they name none.

    The older build is a source like any other: the same texts and the same older build give the same bytes, however
    often they are built. The folder that is being written can therefore not be the older build.
    """
    path = config.changes_path
    if path is None:
        return None
    if path.resolve().is_relative_to(config.output_path.resolve()):
        raise ConfigError(
            "is the folder that this build writes.", path=config.changes_from, key="changes_from",
            hint="Copy the older build aside and name the copy.",
        )  # fmt: skip
    data = {file.path: file.content for file in files}
    return compare(read_snapshot(path), snapshot(data[RECORDS], data[THINGS]))


# What the data files are, in the words that the site's catalogues translate.
_DESCRIPTIONS = {
    RECORDS: "The records of all articles, one JSON object a line",
    THINGS: "Persons, agreements, events and rows of meetings across articles",
    SCHEMA: "The JSON Schema of the records",
    ARTICLES: "Articles with date, kind, place and provinces, as a table",
    PEOPLE: "Officials with their last rank and office, as a table",
    AGREEMENTS: "Agreements with status, date and parties, as a table",
    FIGURES: "Figures with unit and period, as a table",
    MEETINGS: "Rows of meetings, meeting by meeting, as a table",
}


def _download(file: File) -> Download:
    lines = file.content.count(b"\n")
    records = {"jsonl": lines, "csv": lines - 1}.get(file.path.rpartition(".")[2])
    return Download(file.path, _DESCRIPTIONS[file.path], len(file.content), records)


def site_settings(config: Config, data: Sequence[File]) -> SiteSettings:
    """What the site needs to know of the configuration, and of the data files that it offers."""
    return SiteSettings(
        downloads=tuple(map(_download, data)),
        title=config.title,
        description=config.description,
        base_url=config.base_url,
        language=config.language,
        languages=config.languages,
        page_size=config.page_size,
        author=config.author,
        rights=config.rights,
        footer=config.footer,
        review=config.review,
        previews=config.previews,
    )
