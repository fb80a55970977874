"""As in Mage: small helpers."""
