# SPDX-License-Identifier: GPL-3.0-or-later
"""The things the stage can build, one file per family. See `registry` for how they are found and `kit` for what they are made with."""
