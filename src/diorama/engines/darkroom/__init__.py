"""The darkroom: pictures made from a picture that is there already, without words: kept, enlarged, cleaned, cut.

source (and mask) ──operation──▶ picture. Each operation is one function; what it may be told is a field of `DarkroomOptions`.
"""

from diorama.engines.darkroom.engine import DarkroomEngine
from diorama.engines.darkroom.options import OPERATIONS, DarkroomOptions, Operation

__all__ = ["OPERATIONS", "DarkroomEngine", "DarkroomOptions", "Operation"]
