"""As in Mage: running other pipelines."""
