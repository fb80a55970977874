"""Tables between blocks: what a column's cells become in Parquet, and how they come back unchanged."""
