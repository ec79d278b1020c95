# SPDX-License-Identifier: GPL-3.0-or-later
"""What drives, flies, sails and rides."""
