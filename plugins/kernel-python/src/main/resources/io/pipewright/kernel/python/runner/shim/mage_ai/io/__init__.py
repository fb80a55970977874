"""As in Mage: files, databases and stores."""
