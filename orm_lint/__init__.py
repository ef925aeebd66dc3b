"""orm_lint finds slow Django ORM code by reading it, without running it."""

__version__ = "0.1.0"
