"""The model graph: models, fields, both ends of relations, managers, Meta, indexes, as Django's `_meta` has them."""
