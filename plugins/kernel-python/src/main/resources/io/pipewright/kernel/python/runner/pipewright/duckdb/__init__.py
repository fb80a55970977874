"""DuckDB through its C library and ctypes: tables in and out of Parquet with nothing to install.

Standard library only. A wrong pointer kills the process, so this package lives in workers and nowhere else.
"""
