"""The modules that read texts, compiled to machine code: made once, and served in place of their sources.

`python -m borderwire.compiled` (which `sh .ci/setup` runs) compiles them with mypyc into a folder `borderwire_compiled`
beside the other packages of the environment, never into the sources. A manifest there tells what they are and of what
they were made: the SHA-256 of every compiled file, of every source that was compiled, and of those that these were
typed against. When the package is imported, what is on the disk is held against it. If all are the same, all are
served from there; if one differs, none is, and Python reads the sources as ever. So nothing that was edited can run as
it was before, and nothing that was damaged can run. With BORDERWIRE_COMPILED=0 the sources are taken in any case.

- `manifest`: what the folder holds and was made of.
- `finder`: looks for it, decides, and serves the modules.
- `make`, `build_extensions`, `closure`, `constants`: make it; only there mypyc and setuptools are needed.
"""

from borderwire.compiled.finder import Reading, reading, serve

__all__ = ["Reading", "reading", "serve"]
