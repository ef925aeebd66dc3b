"""Frameworks that answer GraphQL queries: which fields there are, a client decides."""
