"""The commands: arguments, progress, printing, exit codes. No logic of their own.

Exit codes: 0 done, 1 the command failed or `--strict` found problems, 2 the arguments were wrong, 130 interrupted.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from borderwire import __version__
from borderwire.build import BuildReport, build, gather, read_paths, spare_the_collector
from borderwire.changes import compare, read_snapshot, tell_json, tell_text
from borderwire.compiled import reading
from borderwire.config import CONVERTERS, Config, load_config, whole_number
from borderwire.errors import BorderwireError, ConfigError, Interrupted, NoSourcesError, WithholdError
from borderwire.evaluate import SCORED, evaluate, report
from borderwire.explain import explain
from borderwire.export import schema_text, to_line
from borderwire.extract.record import extract_records, read_article
from borderwire.gazetteer import load_gazetteer
from borderwire.publish import serve
from borderwire.review import of_the_keeper, review, unwritable
from borderwire.terminal import (
    SHOWN,
    display,
    give_up_printing,
    mend_streams,
    print_problems,
    tell,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the process's exit code."""
    mend_streams()
    try:
        arguments = _parser().parse_args(argv)
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except BorderwireError as error:
        if isinstance(error, NoSourcesError | WithholdError):
            many = any(problem.code == "withheld-found" for problem in error.problems)  # one for each page, maybe
            print_problems(error.problems, verbose=not many or getattr(arguments, "verbose", False))
        tell(f"borderwire: {error}")
        for other in error.others if isinstance(error, ConfigError) else ():
            tell(f"borderwire: {other}")
        return 1
    except KeyboardInterrupt as stop:
        tell(f"borderwire: interrupted{f'; {stop}' if isinstance(stop, Interrupted) else '.'}")
        return 130
    except OSError as error:
        give_up_printing()
        if not isinstance(error, BrokenPipeError):  # who closes a pipe has read enough
            told = error.strerror or error
            tell(f"borderwire: {error.filename}: {told}." if error.filename else f"borderwire: cannot print ({told}).")
        return 1
    return code


# --- arguments ---------------------------------------------------------------------------------------


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="borderwire",
        description="Turn raw Vietnamese news texts about Vietnam-Laos police and border cooperation into a "
        "browsable archive.",
        epilog="Run `borderwire COMMAND --help` for a command's options. Settings live in borderwire.yaml.",
    )
    parser.add_argument("--version", action="version", version=f"borderwire {__version__}, {reading()}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_build(commands)
    _add_check(commands)
    _add_extract(commands)
    _add_explain(commands)
    _add_evaluate(commands)
    _add_schema(commands)
    _add_serve(commands)
    _add_diff(commands)
    _add_review(commands)
    return parser


def _command(
    commands: Commands, name: str, run: Callable[[argparse.Namespace], int], summary: str, description: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=description)
    parser.set_defaults(run=run)
    return parser


_OUTPUT = "folder of the site, counted from the folder of the archive (default: build)"


def _setting(name: str) -> Callable[[str], Any]:
    """An option that takes what the setting of that name takes."""
    number, check = name != "output", CONVERTERS.get(name) or whole_number(0, 65535)

    def convert(text: str) -> Any:
        value: Any = text
        with suppress(ValueError):
            value = int(text) if number else text
        try:
            return check(value)
        except ValueError as error:
            raise argparse.ArgumentTypeError(f"{text!r} {error}") from None

    return convert


def _add_site_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path(), help="folder of the archive, which holds seeds/ (default: here)"
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings (default: borderwire.yaml in the folder)")
    parser.add_argument("--output", type=_setting("output"), metavar="FOLDER", help=_OUTPUT)
    parser.add_argument(
        "--workers", type=_setting("workers"), metavar="N", help="processes to use (default: one per core)"
    )
    parser.add_argument(
        "--changes-from",
        metavar="OLD",
        help="an older build, counted from here; the site gets a page of what has changed since",
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1, publishing nothing, if problems are found")
    parser.add_argument("--verbose", action="store_true", help="print every problem and note, not only the first")


def _add_build(commands: Commands) -> None:
    parser = _command(
        commands,
        "build",
        _build,
        "read seeds/ and write the site to build/",
        "Read every text in seeds/, extract its facts, and write the archive as a static site. Files that did not "
        "change are left alone. A folder that borderwire did not make is never touched.",
    )
    _add_site_options(parser)


def _add_check(commands: Commands) -> None:
    parser = _command(
        commands,
        "check",
        _check,
        "do all of a build but write nothing",
        "Read, extract and render everything and check every link and anchor of the site, without writing a file.",
    )
    _add_site_options(parser)


def _add_extract(commands: Commands) -> None:
    parser = _command(
        commands,
        "extract",
        _extract,
        "print the records of texts as JSON Lines",
        "Print one JSON object per article and line, as `borderwire schema` describes it. Each text is read alone.",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a text, or a folder of texts")
    parser.add_argument("--format", choices=["jsonl"], default="jsonl", help="output format (default: jsonl)")
    parser.add_argument(
        "--text", action="store_true", help="print instead the normalised text in which the records' offsets count"
    )


def _add_explain(commands: Commands) -> None:
    parser = _command(
        commands,
        "explain",
        _explain,
        "show a text with its facts marked and the reasons",
        "Show a text with its facts marked, which rule made each, and what was considered and rejected, and why.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the text")


def _add_evaluate(commands: Commands) -> None:
    parser = _command(
        commands,
        "evaluate",
        _evaluate,
        "score the extractor on articles you have annotated",
        "Compare the records of NAME.txt with your own reading in NAME.gold.yaml, for every pair in a folder. Keys: "
        f"{', '.join(SCORED)}. A key that is left out is not scored; null or [] says that there is none. "
        "docs/annotating.md tells what each may hold.",
    )
    parser.add_argument("gold", type=Path, metavar="GOLD", help="folder of annotated articles")
    parser.add_argument("--errors", action="store_true", help="list every difference")


def _add_schema(commands: Commands) -> None:
    _command(
        commands,
        "schema",
        _schema,
        "print the JSON Schema of a record",
        "Print the JSON Schema (draft 2020-12) of the records that `extract` prints.",
    )


def _add_serve(commands: Commands) -> None:
    parser = _command(
        commands,
        "serve",
        _serve,
        "build, then show the site at a local address",
        "Build the site and serve it on this computer until interrupted. For other computers, copy build/ to any "
        "static host.",
    )
    _add_site_options(parser)
    parser.add_argument("--port", type=_setting("port"), default=8000, help="port on 127.0.0.1 (default: 8000)")


def _add_diff(commands: Commands) -> None:
    parser = _command(
        commands,
        "diff",
        _diff,
        "tell which facts changed between two builds, and why",
        "Compare the data of two builds. Exit code: 0 when nothing differs, 1 when something does, 2 for trouble.",
    )
    parser.add_argument("old", type=Path, metavar="OLD", help="folder of the older build, or its data/records.jsonl")
    parser.add_argument("new", type=Path, metavar="NEW", help="the newer one")
    parser.add_argument("--json", action="store_true", help="print JSON for other programs")


def _add_review(commands: Commands) -> None:
    parser = _command(
        commands,
        "review",
        _review,
        "walk through what is doubtful, and judge it",
        "Show doubtful facts and identities, worst first, with the words they rest on, and write what you say: "
        "judgements to authority.yaml, corrections beside the sources. What was judged does not come again.",
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), help="folder of the archive (default: here)")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings (default: borderwire.yaml in the folder)")
    parser.add_argument("--list", action="store_true", help="print the questions, a line each, and ask nothing")
    parser.add_argument("--only", choices=["facts", "identities"], help="only questions of this kind")
    parser.add_argument("--by", metavar="NAME", help="who judges; asked for when it is not given")


# --- commands ----------------------------------------------------------------------------------------


def _config(arguments: argparse.Namespace) -> Config:
    config = load_config(arguments.folder, arguments.config)
    if arguments.workers is not None:
        config = replace(config, workers=arguments.workers)
    if getattr(arguments, "output", None):
        config = replace(config, output=arguments.output)
    if getattr(arguments, "changes_from", None):
        config = replace(config, changes_from=str(Path(arguments.changes_from).absolute()))
    return config


def _run_build(arguments: argparse.Namespace, *, write: bool) -> tuple[Config, int]:
    """Build and tell about it; the settings and the exit code."""
    config = _config(arguments)
    strict = arguments.strict or config.strict
    try:
        with display() as progress:
            result = build(config, strict=strict, write=write, progress=progress)
    except Interrupted:
        raise
    except KeyboardInterrupt:
        raise Interrupted(f"{config.output_path} is as it was.") from None
    print_problems(result.problems, verbose=arguments.verbose)
    _print_summary(result, config)
    if strict and result.counted:
        unchanged = f" {config.output_path} is as it was." if write else ""
        count = len(result.counted)
        tell(f"borderwire: --strict: {count} problem{'s' if count > 1 else ''}.{unchanged}")
        return config, 1
    return config, 0


def _build(arguments: argparse.Namespace) -> int:
    return _run_build(arguments, write=True)[1]


def _check(arguments: argparse.Namespace) -> int:
    return _run_build(arguments, write=False)[1]


def _extract(arguments: argparse.Namespace) -> int:
    spare_the_collector()
    articles, problems = read_paths(arguments.paths)
    texts = (article.text for article in articles)
    for line in texts if arguments.text else map(to_line, extract_records(articles, load_gazetteer())):
        print(line)
    failed = [problem for problem in problems if problem.severity == "error"]
    print_problems(tuple(failed), verbose=True)
    return 1 if failed else 0


def _explain(arguments: argparse.Namespace) -> int:
    articles, problems = read_paths([arguments.file])
    print_problems(problems, verbose=True)
    for article in articles:
        print(explain(read_article(article, load_gazetteer())), end="")
    return 0 if articles else 1


def _evaluate(arguments: argparse.Namespace) -> int:
    result = evaluate(arguments.gold)
    print_problems(tuple(result.problems), verbose=True)
    report(result, print)
    if arguments.errors:
        print("\n".join(["", *result.differences]))
    return 0


def _schema(_arguments: argparse.Namespace) -> int:
    print(schema_text(), end="")
    return 0


def _serve(arguments: argparse.Namespace) -> int:
    config, code = _run_build(arguments, write=True)
    if code:
        return code
    serve(config.output_path, arguments.port, announce=print)
    return 0


def _diff(arguments: argparse.Namespace) -> int:
    try:
        changes = compare(read_snapshot(arguments.old), read_snapshot(arguments.new))
    except BorderwireError as error:
        tell(f"borderwire: {error}")
        return 2
    print(tell_json(changes) if arguments.json else tell_text(changes), end="")
    return 1 if changes.any else 0


def _review(arguments: argparse.Namespace) -> int:
    config = load_config(arguments.folder, arguments.config)
    spare_the_collector()
    with display() as progress:
        read = gather(config, progress)
    problems = of_the_keeper((*read.problems, *read.archive.problems))
    print_problems(problems, verbose=True)
    broken = unwritable(problems)
    if broken is not None and not arguments.list:
        tell(f"borderwire: no judgement can be written into {broken.path} as it is; mend it first. Nothing was asked.")
        return 1
    archive = read.archive
    return review(archive, config.root, only=arguments.only, by=arguments.by, as_list=arguments.list, tell=tell)


# --- printing ----------------------------------------------------------------------------------------


def _print_files(what: str, paths: Sequence[str], why: str) -> None:
    for path in paths[:SHOWN]:
        print(f"{what:<9} {path}")
    if paths:
        hidden = len(paths) - SHOWN
        print(f"          {f'and {hidden} more, ' if hidden > 0 else ''}{why}")


def _print_summary(result: BuildReport, config: Config) -> None:
    facts = ", ".join(f"{count} {name}" for name, count in result.facts.items())
    print(f"Articles  {len(result.archive.entries)} read")
    print(f"Facts     {facts or 'none'}")
    print(f"Pages     {result.pages} pages in {result.files} files")
    if result.published is not None:
        told = result.published
        print(
            f"Written   {told.written} files to {config.output_path} ({told.unchanged} unchanged, "
            f"{told.removed} removed)"
        )
        _print_files("Kept", told.kept, "changed by hand, and no build makes them any more; remove them if unwanted")
        _print_files("Redone", told.rewritten, "changed by hand; what is changed in templates/ or seeds/ stays")
    for name, kinds in (("Problems", result.problem_kinds), ("Notes", result.note_kinds)):
        print(f"{name:<9} " + (", ".join(f"{count} {code}" for code, count in sorted(kinds.items())) or "none"))
    print(f"Time      {result.seconds:.2f} s")
