"""As in Mage: actions on tables, which blocks made from templates describe as data."""
