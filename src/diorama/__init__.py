"""Diorama turns a written description into a photograph.

words → reading → scene → recipe → engine → picture → history; see ARCHITECTURE.md.
"""

__version__ = "0.1.0"
