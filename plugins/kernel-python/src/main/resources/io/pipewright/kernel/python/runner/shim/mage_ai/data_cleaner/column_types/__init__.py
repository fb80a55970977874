"""As in Mage: kinds of columns."""
