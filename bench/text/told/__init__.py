"""Prompts that are made, with what is to be read in them known by how they were made."""
