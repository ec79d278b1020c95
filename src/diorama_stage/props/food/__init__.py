# SPDX-License-Identifier: GPL-3.0-or-later
"""Food and drink."""
