"""As in Mage: triggers."""
