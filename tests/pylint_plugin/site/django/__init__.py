"""Stands for Django: astroid would read half of the real one for each process, orm_lint reads neither."""
