"""As in Mage: kinds of columns, and actions on tables."""
