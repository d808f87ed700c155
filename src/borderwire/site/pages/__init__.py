"""The kinds of pages, one module each: a function from the renderer of a language to files."""
