"""Stands in for Mage where it is not installed, so that blocks that import it run unchanged."""
