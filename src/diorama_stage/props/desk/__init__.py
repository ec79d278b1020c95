# SPDX-License-Identifier: GPL-3.0-or-later
"""Books, papers and what lies on a desk."""
