# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants, stones and what lies on the ground of a wood."""
