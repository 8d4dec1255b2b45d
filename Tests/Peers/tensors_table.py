"""Executes NumPy's side of the table in Sources/Tensors/Tensors.docc/FromNumPy.md.

    python3 Tests/Peers/tensors_table.py           # writes tensors-table.json, which NumPyTableTests reads
    python3 Tests/Peers/tensors_table.py --check   # exits with 1 when the file is not what NumPy prints

An expression is printed; an assignment is executed on a copy of A, which is printed after it.
"""

import ast
import json
import pathlib
import re
import sys

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
ARTICLE = HERE.parents[1] / "Sources/Tensors/Tensors.docc/FromNumPy.md"
FILE = HERE / "tensors-table.json"


def printed(value):
    """A value as the test prints ours: arrays and shapes as arrays of doubles."""
    if isinstance(value, (np.ndarray, tuple)):
        return str(np.asarray(value, dtype=float))
    return str(value)


def rows():
    """NumPy's side of every row of the article, and what it prints."""
    text = ARTICLE.read_text()
    values = {"np": np}
    exec(re.search(r"```python\n(.*?)```", text, re.DOTALL)[1], values)
    for source in re.findall(r"^\| `([^`]+)` \| `[^`]+` \|$", text, re.MULTILINE):
        if isinstance(ast.parse(source).body[0], ast.Expr):
            result = eval(source, values)
        else:
            copy = {**values, "A": values["A"].copy()}
            exec(source, copy)
            result = copy["A"]
        yield {"numpy": source, "printed": printed(result)}


if __name__ == "__main__":
    table = json.dumps(list(rows()), indent=1) + "\n"
    if "--check" not in sys.argv:
        FILE.write_text(table)
    elif FILE.read_text() != table:
        sys.exit(f"{FILE.name} is not what NumPy {np.__version__} prints; run {sys.argv[0]} to write it anew")
    else:
        print(f"{len(json.loads(table))} rows are as NumPy {np.__version__} prints them")
