"""The commands: arguments, progress, printing, exit codes. No logic of their own.

Exit codes: 0 done, 1 the command failed or `--strict` found problems, 2 the arguments were wrong, 130 interrupted.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from borderwire import __version__
from borderwire.build import BuildReport, Progress, build, read_paths, spare_the_collector
from borderwire.config import Config, load_config
from borderwire.errors import BorderwireError, Problem
from borderwire.evaluate import evaluate, report
from borderwire.explain import explain
from borderwire.export import schema_text, to_line
from borderwire.extract.record import extract_record, read_article
from borderwire.gazetteer import load_gazetteer
from borderwire.publish import serve

_SHOWN_PROBLEMS = 20  # a log that nobody reads helps nobody; --verbose shows all
_PASSES = {"read": "Reading", "extract": "Extracting", "render": "Rendering"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the process's exit code."""
    arguments = _parser().parse_args(argv)
    _use_utf8()
    try:
        code: int = arguments.run(arguments)
    except BorderwireError as error:
        print(f"borderwire: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("borderwire: interrupted; the site is as it was.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    return code


def _use_utf8() -> None:
    """Vietnamese must print under any locale, and in Windows consoles."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


# --- arguments ---------------------------------------------------------------------------------------


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="borderwire",
        description="Turn raw Vietnamese news texts about Vietnam-Laos police and border cooperation into a "
        "browsable archive.",
        epilog="Run `borderwire COMMAND --help` for a command's options. Settings live in borderwire.yaml.",
    )
    parser.add_argument("--version", action="version", version=f"borderwire {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_build(commands)
    _add_check(commands)
    _add_extract(commands)
    _add_explain(commands)
    _add_evaluate(commands)
    _add_schema(commands)
    _add_serve(commands)
    return parser


def _command(
    commands: Commands, name: str, run: Callable[[argparse.Namespace], int], summary: str, description: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=description)
    parser.set_defaults(run=run)
    return parser


def _add_site_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path(), help="folder of the archive, which holds seeds/ (default: here)"
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings (default: borderwire.yaml in the folder)")
    parser.add_argument("--workers", type=int, metavar="N", help="processes to use (default: one per core)")
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
    parser.add_argument("--output", metavar="FOLDER", help="where to write the site (default: build)")


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
        "Compare the records of NAME.txt with your own reading in NAME.gold.yaml, for every pair in a folder.",
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
    parser.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1 (default: 8000)")


# --- commands ----------------------------------------------------------------------------------------


def _config(arguments: argparse.Namespace) -> Config:
    config = load_config(arguments.folder, arguments.config)
    if arguments.workers is not None:
        config = replace(config, workers=arguments.workers)
    if getattr(arguments, "output", None):
        config = replace(config, output=arguments.output)
    return config


def _run_build(arguments: argparse.Namespace, *, write: bool) -> tuple[Config, int]:
    """Build and tell about it; the settings and the exit code."""
    config = _config(arguments)
    strict = arguments.strict or config.strict
    with _display() as progress:
        result = build(config, strict=strict, write=write, progress=progress)
    _print_problems(result.problems, verbose=arguments.verbose)
    _print_summary(result, config)
    if strict and result.counted:
        unchanged = f" {config.output_path} is as it was." if write else ""
        print(f"borderwire: --strict: {len(result.counted)} problems.{unchanged}", file=sys.stderr)
        return config, 1
    return config, 0


def _build(arguments: argparse.Namespace) -> int:
    return _run_build(arguments, write=True)[1]


def _check(arguments: argparse.Namespace) -> int:
    return _run_build(arguments, write=False)[1]


def _extract(arguments: argparse.Namespace) -> int:
    spare_the_collector()
    articles, problems = read_paths(arguments.paths)
    gazetteer = load_gazetteer()
    for article in articles:
        print(article.text if arguments.text else to_line(extract_record(article, gazetteer)))
    failed = [problem for problem in problems if problem.severity == "error"]
    _print_problems(tuple(failed), verbose=True)
    return 1 if failed else 0


def _explain(arguments: argparse.Namespace) -> int:
    articles, problems = read_paths([arguments.file])
    _print_problems(problems, verbose=True)
    for article in articles:
        print(explain(read_article(article, load_gazetteer())), end="")
    return 0 if articles else 1


def _evaluate(arguments: argparse.Namespace) -> int:
    result = evaluate(arguments.gold)
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


# --- printing ----------------------------------------------------------------------------------------


@contextmanager
def _display() -> Iterator[Progress]:
    """A bar on a terminal, a line per finished pass in a log."""
    with _bar() if sys.stderr.isatty() else nullcontext(_log) as progress:
        yield progress


def _log(name: str, done: int, total: int | None) -> None:
    if total is not None and done == total:
        print(f"{_PASSES.get(name, name)}: {done}", file=sys.stderr)


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console  # noqa: PLC0415 - only a terminal pays for it
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (TextColumn("{task.description:<11}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True)) as bar:
        tasks = {name: bar.add_task(title, total=None, start=False) for name, title in _PASSES.items()}

        def show(name: str, done: int, total: int | None) -> None:
            bar.start_task(tasks[name])
            bar.update(tasks[name], completed=done, total=total)

        yield show


def _print_problems(problems: tuple[Problem, ...], *, verbose: bool) -> None:
    serious = [problem for problem in problems if verbose or problem.severity != "note"]
    for problem in serious if verbose else serious[:_SHOWN_PROBLEMS]:
        print(f"{problem.severity}: {problem} [{problem.code}]", file=sys.stderr)
    hidden = 0 if verbose else len(serious) - _SHOWN_PROBLEMS
    if hidden > 0:
        print(f"... and {hidden} more problems; --verbose shows all.", file=sys.stderr)


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
    kinds = result.problem_kinds
    print("Problems  " + (", ".join(f"{count} {code}" for code, count in sorted(kinds.items())) or "none"))
    print(f"Time      {result.seconds:.2f} s")
