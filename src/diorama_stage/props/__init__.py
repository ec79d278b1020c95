# SPDX-License-Identifier: GPL-3.0-or-later
"""The things the stage can build, a folder a family, its helpers beside it. See `registry` for how they are found and `kit` for what they are made with."""
