# SPDX-License-Identifier: GPL-3.0-or-later
"""What food is cooked, kept and served in."""
