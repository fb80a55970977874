"""As in Mage: constants."""
