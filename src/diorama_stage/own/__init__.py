# SPDX-License-Identifier: GPL-3.0-or-later
"""Things of one's own: a 3D file or a cut-out picture becomes a prop among the others.

file → meshes (`files`) or a relief (`cutout`) → upright, as large as such a thing is (`size`) → Built, with its materials kept or changed (`look`)
"""

from diorama_stage.own.imported import cast_own

__all__ = ["cast_own"]
