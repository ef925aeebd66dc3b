"""Rows that no reading of the source decides, each with the reason. What is merely not built yet is not listed here.

An entry counts only where the verdict differs from the measurement, and an entry that differs nowhere fails the test.
"""

from __future__ import annotations

REASONS: dict[str, tuple[str, ...]] = {
    "the foreign key may be null and is so in all rows measured: with other rows the same read is a query": (
        "case_0081",
        "case_0085",
        "case_0091",
        "case_0095",
        "case_2556",
    ),
    "a condition on the rows' values lets only one row through": ("case_0231",),
    "the loop runs over the children of one parent: how many there are is in the data (here two)": (
        "case_1989",
        "case_8215",
    ),
    "one query for each chunk of rows (0.44 per row, with a chunk of 2): the size of the chunk decides": (
        "case_2030",
        "case_2325",
        "case_2647",
        "case_8223",
    ),
    "SQLite refuses the statement of the first row, other databases run it": (
        "case_0747",
        "case_0748",
        "case_1163",
        "case_1164",
    ),
    "the database refuses the first row for a column left empty, and the exception ends the loop": (
        "case_0586",
        "case_0587",
        "case_0588",
        "case_0589",
        "case_0831",
        "case_0832",
        "case_1868",
        "case_1869",
    ),
    "which model a generic key points to is in the data": ("case_2351",),
    "whether the key assigned is the one that the row had is a question of values": ("case_2074",),
    "rows that went through pickle: what comes back is not in the source": ("case_2491", "case_2597"),
    "the SQL is a text that is not read": ("case_2068",),
    "one query per level of a tree, which no eager load removes: as deep as the data": ("case_1926",),
    "Django makes the joining model itself: there is no class of it in the source": ("case_1921", "case_2323"),
    "a method of ContentType that is given the model by the data": ("case_2359",),
    "how many rows are chosen is in the data (here one)": ("case_8509",),
    "a filter that Django refuses for this field when the page is asked for": ("case_8063",),
    "whether the peers of a row are still alive when it is read": ("case_2490", "case_2611"),
    "a private variable of Django is assigned at run time": ("case_2610",),
}
UNSUPPORTED: dict[str, str] = {case: reason for reason, cases in REASONS.items() for case in cases}
