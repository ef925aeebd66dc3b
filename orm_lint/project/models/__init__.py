"""The model graph: models, fields, both ends of relations, managers, Meta and indexes, as Django's `_meta` knows them."""
