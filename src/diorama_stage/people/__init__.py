# SPDX-License-Identifier: GPL-3.0-or-later
"""People: from the scene's Person (as data) to meshes, hair and materials."""
