"""What is compiled, and what decides whether it is as it was."""

from __future__ import annotations

import re
from pathlib import Path

from borderwire.compiled.closure import deciding_sources, modules_to_compile

SOURCE = Path(__file__).parents[2] / "src"


def test_the_modules_that_read_are_compiled() -> None:
    modules = modules_to_compile(SOURCE)
    assert {"borderwire/text.py", "borderwire/gazetteer/matcher.py", "borderwire/extract/record.py"} <= set(modules)
    assert not any("__init__" in module or "/site/" in module or "/compiled/" in module for module in modules)


def test_what_the_compiler_would_work_out_at_each_look_is_in_no_compiled_module() -> None:
    users = [
        module
        for module in modules_to_compile(SOURCE)
        if re.search(
            r"import.*\bcached_property|functools\.cached_property", (SOURCE / module).read_text(encoding="utf-8")
        )
    ]
    assert users == []


def test_all_that_is_compiled_or_imported_by_it_decides() -> None:
    deciding = deciding_sources(SOURCE)
    assert set(modules_to_compile(SOURCE)) <= set(deciding)
    for path in ("model", "errors", "change", "__init__", "extract/__init__", "gazetteer/types", "compiled/constants"):
        assert f"borderwire/{path}.py" in deciding
    assert not any(path.startswith(("borderwire/site/", "borderwire/cli")) for path in deciding)


def test_imports_are_followed_through_packages_and_functions(tmp_path: Path) -> None:
    texts = {
        "borderwire/__init__.py": "",
        "borderwire/text.py": "def late():\n    from borderwire import folding\n",
        "borderwire/folding.py": "import borderwire.tables.marks\nimport os\n",
        "borderwire/tables/__init__.py": "from borderwire.names import NAME\n",
        "borderwire/tables/marks.py": "from borderwire.text import late\n",
        "borderwire/names.py": "NAME = 1\n",
        "borderwire/cli.py": "import borderwire.text\n",
    }
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert deciding_sources(tmp_path) == sorted(texts.keys() - {"borderwire/cli.py"})
