"""As in Mage: settings of the project."""
