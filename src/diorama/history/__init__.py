"""Pictures and their lineage, kept so that every one can be found, repeated and proven whole.

picture + recipe → append → entry (content-addressed, linked to its parent) → list, search, lineage, verify, archive
"""

from diorama.history.boards import Board, Boards
from diorama.history.entry import Attached, Damage, Entry, Exported
from diorama.history.facets import Count, Facets
from diorama.history.history import History
from diorama.history.wanted import Wanted

__all__ = ["Attached", "Board", "Boards", "Count", "Damage", "Entry", "Exported", "Facets", "History", "Wanted"]
