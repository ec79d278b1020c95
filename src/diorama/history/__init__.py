"""Pictures and their lineage, kept so that every one can be found, repeated and proven whole.

picture + recipe → append → entry (content-addressed, linked to its parent) → list, search, lineage, verify, archive
"""

from diorama.history.boards import Board, Boards
from diorama.history.entry import Attached, Damage, Entry, Exported
from diorama.history.find import Wanted
from diorama.history.history import History

__all__ = ["Attached", "Board", "Boards", "Damage", "Entry", "Exported", "History", "Wanted"]
