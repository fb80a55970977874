"""The C library of DuckDB: found, loaded and described to ctypes, once and on first use."""

import ctypes
import os
from ctypes import POINTER, c_char_p, c_int, c_uint8, c_uint32, c_uint64, c_void_p

from pipewright import given

_library = None


class DuckDBUnavailableError(RuntimeError):
    """There is no DuckDB library for this machine."""


class DuckDBResult(ctypes.Structure):
    """`duckdb_result` of the C API: 48 bytes, handed by value to `duckdb_fetch_chunk`."""

    _fields_ = [
        ("column_count", c_uint64),
        ("row_count", c_uint64),
        ("rows_changed", c_uint64),
        ("columns", c_void_p),
        ("error_message", c_void_p),
        ("internal_data", c_void_p),
    ]


_RESULT = POINTER(DuckDBResult)
_HANDLE = POINTER(c_void_p)

# name: (what it returns, what it takes). These may take long, so they let go of the interpreter lock.
_SLOW = {
    "duckdb_open_ext": (c_int, [c_char_p, _HANDLE, c_void_p, POINTER(c_void_p)]),
    "duckdb_query": (c_int, [c_void_p, c_char_p, _RESULT]),
    "duckdb_close": (None, [_HANDLE]),
    "duckdb_appender_destroy": (c_int, [_HANDLE]),
    "duckdb_interrupt": (None, [c_void_p]),
}

# These are short and many, so they keep it.
_QUICK = {
    "duckdb_create_config": (c_int, [_HANDLE]),
    "duckdb_set_config": (c_int, [c_void_p, c_char_p, c_char_p]),
    "duckdb_destroy_config": (None, [_HANDLE]),
    "duckdb_connect": (c_int, [c_void_p, _HANDLE]),
    "duckdb_disconnect": (None, [_HANDLE]),
    "duckdb_free": (None, [c_void_p]),
    "duckdb_result_error": (c_char_p, [_RESULT]),
    "duckdb_destroy_result": (None, [_RESULT]),
    "duckdb_column_count": (c_uint64, [_RESULT]),
    "duckdb_column_name": (c_char_p, [_RESULT, c_uint64]),
    "duckdb_column_logical_type": (c_void_p, [_RESULT, c_uint64]),
    "duckdb_fetch_chunk": (c_void_p, [DuckDBResult]),
    "duckdb_create_data_chunk": (c_void_p, [POINTER(c_void_p), c_uint64]),
    "duckdb_destroy_data_chunk": (None, [_HANDLE]),
    "duckdb_data_chunk_reset": (None, [c_void_p]),
    "duckdb_data_chunk_get_size": (c_uint64, [c_void_p]),
    "duckdb_data_chunk_set_size": (None, [c_void_p, c_uint64]),
    "duckdb_data_chunk_get_vector": (c_void_p, [c_void_p, c_uint64]),
    "duckdb_vector_get_data": (c_void_p, [c_void_p]),
    "duckdb_vector_get_validity": (c_void_p, [c_void_p]),
    "duckdb_vector_ensure_validity_writable": (None, [c_void_p]),
    "duckdb_list_vector_get_child": (c_void_p, [c_void_p]),
    "duckdb_list_vector_get_size": (c_uint64, [c_void_p]),
    "duckdb_list_vector_reserve": (c_int, [c_void_p, c_uint64]),
    "duckdb_list_vector_set_size": (c_int, [c_void_p, c_uint64]),
    "duckdb_struct_vector_get_child": (c_void_p, [c_void_p, c_uint64]),
    "duckdb_array_vector_get_child": (c_void_p, [c_void_p]),
    "duckdb_appender_create": (c_int, [c_void_p, c_char_p, c_char_p, _HANDLE]),
    "duckdb_appender_column_type": (c_void_p, [c_void_p, c_uint64]),
    "duckdb_appender_error": (c_char_p, [c_void_p]),
    "duckdb_append_data_chunk": (c_int, [c_void_p, c_void_p]),
    "duckdb_get_type_id": (c_int, [c_void_p]),
    "duckdb_destroy_logical_type": (None, [_HANDLE]),
    "duckdb_logical_type_get_alias": (c_void_p, [c_void_p]),
    "duckdb_decimal_width": (c_uint8, [c_void_p]),
    "duckdb_decimal_scale": (c_uint8, [c_void_p]),
    "duckdb_enum_internal_type": (c_int, [c_void_p]),
    "duckdb_enum_dictionary_size": (c_uint32, [c_void_p]),
    "duckdb_enum_dictionary_value": (c_void_p, [c_void_p, c_uint64]),
    "duckdb_list_type_child_type": (c_void_p, [c_void_p]),
    "duckdb_array_type_child_type": (c_void_p, [c_void_p]),
    "duckdb_array_type_array_size": (c_uint64, [c_void_p]),
    "duckdb_map_type_key_type": (c_void_p, [c_void_p]),
    "duckdb_map_type_value_type": (c_void_p, [c_void_p]),
    "duckdb_struct_type_child_count": (c_uint64, [c_void_p]),
    "duckdb_struct_type_child_name": (c_void_p, [c_void_p, c_uint64]),
    "duckdb_struct_type_child_type": (c_void_p, [c_void_p, c_uint64]),
}


class _Functions:
    """Every function of the two tables above as an attribute, without the prefix `duckdb_`."""

    def __init__(self, path):
        for loader, table in ((ctypes.CDLL, _SLOW), (ctypes.PyDLL, _QUICK)):
            library = loader(path)
            for name, (result, arguments) in table.items():
                function = getattr(library, name)
                function.restype = result
                function.argtypes = arguments
                setattr(self, name[len("duckdb_") :], function)

    def text(self, pointer):
        """The text behind a `char *` that the caller owns; frees it. None for a null pointer."""
        if not pointer:
            return None
        try:
            return ctypes.string_at(pointer).decode("utf-8")
        finally:
            self.free(pointer)

    # Not an attribute from the table: a type is freed through a pointer to its pointer.
    def forget_type(self, handle):
        """Frees a logical type."""
        self.destroy_logical_type(ctypes.byref(c_void_p(handle)))


def available():
    """Whether this machine has a DuckDB library that can be loaded."""
    return given.duckdb_library is not None and os.path.exists(given.duckdb_library)


def library():
    """The loaded library. Raises DuckDBUnavailableError where there is none."""
    global _library
    if _library is None:
        if not available():
            raise DuckDBUnavailableError(
                "Tables need DuckDB's native library, which there is for Linux (x86-64, arm64), macOS (arm64) and "
                "Windows (x86-64); this machine has none"
            )
        _library = _Functions(given.duckdb_library)
    return _library
