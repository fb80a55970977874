"""The types of DuckDB's columns as plain values, and how they are read off the C library."""

from collections import namedtuple

_NAMES = (
    "INVALID BOOLEAN TINYINT SMALLINT INTEGER BIGINT UTINYINT USMALLINT UINTEGER UBIGINT FLOAT DOUBLE TIMESTAMP DATE "
    "TIME INTERVAL HUGEINT VARCHAR BLOB DECIMAL TIMESTAMP_S TIMESTAMP_MS TIMESTAMP_NS ENUM LIST STRUCT MAP UUID UNION "
    "BIT TIMETZ TIMESTAMPTZ UHUGEINT ARRAY ANY BIGNUM SQLNULL STRING_LITERAL INTEGER_LITERAL TIME_NS"
).split()

_SQL_NAMES = {"TIMESTAMPTZ": "TIMESTAMP WITH TIME ZONE", "TIMETZ": "TIME WITH TIME ZONE", "SQLNULL": '"NULL"'}


class ColumnType(namedtuple("ColumnType", "name children width scale")):
    """One type.

    name: DuckDB's word, or JSON (text that holds JSON).
    children: of LIST and ARRAY `(("element", type),)`, of MAP `(("key", type), ("value", type))`, of STRUCT its
    fields, of ENUM `((word, None), ...)`.
    width, scale: of DECIMAL; width of an ARRAY is its length; width of an ENUM is the bytes of one code.
    """

    __slots__ = ()

    def __new__(cls, name, children=(), width=0, scale=0):
        return super().__new__(cls, name, tuple(children), width, scale)

    def sql(self):
        """The type as SQL text; also the name that the engine shows."""
        if self.name == "DECIMAL":
            return "DECIMAL(%d,%d)" % (self.width, self.scale)
        if self.name == "LIST":
            return self.children[0][1].sql() + "[]"
        if self.name == "ARRAY":
            return "%s[%d]" % (self.children[0][1].sql(), self.width)
        if self.name == "MAP":
            return "MAP(%s, %s)" % (self.children[0][1].sql(), self.children[1][1].sql())
        if self.name == "STRUCT":
            return "STRUCT(%s)" % ", ".join("%s %s" % (quote_name(n), t.sql()) for n, t in self.children)
        if self.name == "ENUM":
            return "ENUM(%s)" % ", ".join(quote_text(word) for word, _ in self.children)
        return _SQL_NAMES.get(self.name, self.name)


def list_of(element):
    """The type of a list of `element`."""
    return ColumnType("LIST", (("element", element),))


def quote_name(name):
    """A column or table name as SQL."""
    return '"%s"' % name.replace('"', '""')


def quote_text(text):
    """A text literal as SQL."""
    return "'%s'" % text.replace("'", "''")


def describe(duckdb, handle):
    """The type behind a `duckdb_logical_type`, which is freed."""
    try:
        number = duckdb.get_type_id(handle)
        name = _NAMES[number] if number < len(_NAMES) else "UNKNOWN"
        if name == "VARCHAR" and duckdb.text(duckdb.logical_type_get_alias(handle)) == "JSON":
            return ColumnType("JSON")
        details = _DETAILS.get(name)
        return details(duckdb, handle) if details else ColumnType(name)
    finally:
        duckdb.forget_type(handle)


def _decimal(duckdb, handle):
    return ColumnType("DECIMAL", (), duckdb.decimal_width(handle), duckdb.decimal_scale(handle))


def _list(duckdb, handle):
    return list_of(describe(duckdb, duckdb.list_type_child_type(handle)))


def _array(duckdb, handle):
    element = describe(duckdb, duckdb.array_type_child_type(handle))
    return ColumnType("ARRAY", (("element", element),), duckdb.array_type_array_size(handle))


def _map(duckdb, handle):
    key = describe(duckdb, duckdb.map_type_key_type(handle))
    return ColumnType("MAP", (("key", key), ("value", describe(duckdb, duckdb.map_type_value_type(handle)))))


def _struct(duckdb, handle):
    return ColumnType(
        "STRUCT",
        (
            (
                duckdb.text(duckdb.struct_type_child_name(handle, i)),
                describe(duckdb, duckdb.struct_type_child_type(handle, i)),
            )
            for i in range(duckdb.struct_type_child_count(handle))
        ),
    )


def _enum(duckdb, handle):
    code_bytes = {"UTINYINT": 1, "USMALLINT": 2, "UINTEGER": 4}[_NAMES[duckdb.enum_internal_type(handle)]]
    words = (duckdb.text(duckdb.enum_dictionary_value(handle, i)) for i in range(duckdb.enum_dictionary_size(handle)))
    return ColumnType("ENUM", ((word, None) for word in words), code_bytes)


_DETAILS = {"DECIMAL": _decimal, "LIST": _list, "ARRAY": _array, "MAP": _map, "STRUCT": _struct, "ENUM": _enum}
