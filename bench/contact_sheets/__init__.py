# SPDX-License-Identifier: GPL-3.0-or-later
"""Contact sheets of props and of settings, to be looked at. They import Blender, so they carry the worker's licence."""
