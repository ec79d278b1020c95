"""Alembic's revisions, one step of the tables each. Steps are only ever added."""
