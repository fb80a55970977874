"""As in Mage: secrets."""
