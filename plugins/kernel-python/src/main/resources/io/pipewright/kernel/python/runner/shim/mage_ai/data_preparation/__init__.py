"""As in Mage: the decorators of blocks."""
