// The module "pipewright" of JavaScript blocks. docs/javascript-blocks.md describes it for authors.

// Functions of the worker; nobody but this module and the runner gets hold of them.
const host = globalThis.pipewrightHost;
delete globalThis.pipewrightHost;

const ROWS_PER_PAGE = 2000;
const OPEN = Symbol("open");

export class PipewrightError extends Error {
  get name() {
    return "PipewrightError";
  }
}

// The worker answers {value} or {error}: its own exceptions would not be JavaScript errors.
export function call(name, ...args) {
  const answer = host[name](...args);
  if (answer.error !== undefined) throw new PipewrightError(answer.error);
  return answer.value;
}

/** A point in time from a table's cell: a Date that remembers its column's type and its microseconds. */
export class Moment extends Date {
  constructor(milliseconds, type, microseconds = 0) {
    super(milliseconds);
    this.type = type;
    this.microseconds = microseconds;
  }

  toJSON() {
    const text = this.toISOString();
    if (this.type === "DATE") return text.slice(0, 10);
    const micros = this.microseconds ? String(this.microseconds).padStart(3, "0") : "";
    return text.slice(0, -1) + micros + (this.type === "TIMESTAMP" ? "" : "Z");
  }

  toString() {
    return this.toJSON();
  }
}

/** A table on disk: reading it takes a page of rows at a time, whatever its size. */
export class Table {
  #id;
  #columns;

  constructor(key, id) {
    if (key !== OPEN) throw new TypeError("use Table.fromRows(rows) to make a table");
    this.#id = id;
  }

  static [OPEN](id) {
    return new Table(OPEN, id);
  }

  /** Makes a table of objects, one per row; `types` names the DuckDB type of columns for which guessing is wrong. */
  static fromRows(rows, types = {}) {
    return Table[OPEN](writeRows(rows, types));
  }

  /** Runs a query, for example on files: `Table.sql("SELECT * FROM read_csv('data/sales.csv')")`. */
  static sql(query, tables = {}) {
    return runQuery(query, tables);
  }

  get id() {
    return this.#id;
  }

  /** `[{name, type}]` with DuckDB's type names. */
  get columns() {
    this.#columns ??= JSON.parse(call("columns", this.#id));
    return this.#columns.map(({ name, type }) => ({ name, type }));
  }

  /** Number of rows. */
  get length() {
    return call("rowCount", this.#id);
  }

  /** Plain objects, one per row, in stored order. */
  *rows() {
    const scan = call("startScan", this.#id, ROWS_PER_PAGE);
    try {
      const { columns } = JSON.parse(call("scanColumns", scan));
      const names = columns.map((column) => column.name);
      let page;
      while ((page = call("nextPage", scan)) !== null) {
        const { count, cells } = JSON.parse(page);
        columns.forEach((column, k) => decodeColumn(column, cells[k]));
        for (let i = 0; i < count; i++) {
          const row = {};
          for (let k = 0; k < names.length; k++) row[names[k]] = cells[k][i];
          yield row;
        }
      }
    } finally {
      call("endScan", scan);
    }
  }

  [Symbol.iterator]() {
    return this.rows();
  }

  /** All rows at once. */
  toArray() {
    return [...this.rows()];
  }

  /** A new table from a query in which this one is called `this`: `table.sql("SELECT count(*) AS n FROM this")`. */
  sql(query, tables = {}) {
    return runQuery(query, { this: this, ...tables });
  }

  toString() {
    return `Table(${this.length} rows: ${this.columns.map(({ name, type }) => `${name} ${type}`).join(", ")})`;
  }

  toJSON() {
    throw new PipewrightError("a Table cannot be part of a value; return it as an output of its own");
  }
}

export const openTable = (id) => Table[OPEN](id);

/** Fails a test, or a block, unless the condition holds. */
export function assert(condition, message = "the condition does not hold") {
  if (!condition) throw new AssertionError(message);
}

export class AssertionError extends Error {
  get name() {
    return "AssertionError";
  }
}

// console prints objects as JSON: the engine's own shows "[object Object]".
for (const name of ["log", "info", "debug", "warn", "error"]) {
  const print = console[name].bind(console);
  console[name] = (...values) => print(...values.map(shown));
}

function shown(value) {
  if (value instanceof Error) return value.stack ?? String(value);
  if (value === null || typeof value !== "object" || value instanceof Table) return String(value);
  try {
    return JSON.stringify(value, (_, item) => (typeof item === "bigint" ? `${item}n` : item));
  } catch {
    return String(value);
  }
}

function runQuery(query, tables) {
  for (const [name, table] of Object.entries(tables))
    if (!(table instanceof Table)) throw new TypeError(`"${name}" is no Table`);
  const ids = Object.entries(tables).map(([name, table]) => [name, table.id]);
  return Table[OPEN](call("sql", String(query), JSON.stringify(ids)));
}

/** Takes the tag off a value that JSON lacks, such as `{"$date": "2024-01-05"}`; anything else stays. */
export function revive(value) {
  if (value === null || typeof value !== "object") return value;
  if (typeof value.$datetime === "string") return momentOf(value.$datetime);
  if (typeof value.$date === "string") return new Moment(Date.parse(`${value.$date}T00:00:00Z`), "DATE");
  if (typeof value.$float === "string") return Number(value.$float.replace(/inf$/, "Infinity").replace("nan", "NaN"));
  if (typeof value.$int === "string") return BigInt(value.$int);
  return value;
}

function momentOf(text) {
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text);
  const micros = Number((/\.\d{3}(\d{1,3})/.exec(text)?.[1] ?? "0").padEnd(3, "0"));
  const millis = text.replace(/(\.\d{3})\d+/, "$1");
  return new Moment(Date.parse(zoned ? millis : `${millis}Z`), zoned ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP", micros);
}

function reviveDeep(value) {
  if (value === null || typeof value !== "object") return value;
  for (const key of Object.keys(value)) value[key] = reviveDeep(value[key]);
  return revive(value);
}

// From the worker's pages to JavaScript values, in place.

const decoders = {
  plain: null,
  json: (cell) => reviveDeep(cell),
  float: (cell) => (typeof cell === "string" ? Number(cell) : cell),
  bigint: (cell) => (cell === null ? null : BigInt(cell)),
  bytes: (cell) => (cell === null ? null : Uint8Array.from(cell.match(/../g) ?? [], (pair) => parseInt(pair, 16))),
  time: (cell, type) =>
    cell === null
      ? null
      : typeof cell === "number"
        ? new Moment(cell, type)
        : new Moment(cell[0], type, cell[1]),
};

function decodeColumn({ kind, type }, cells) {
  const decode = decoders[kind];
  if (decode) for (let i = 0; i < cells.length; i++) cells[i] = decode(cells[i], type);
}

// From JavaScript values to lines that the worker loads. A column's type is known only when all rows were seen.

const ROWS_PER_CHUNK = 1000;

function writeRows(rows, types) {
  if (rows === null || rows === undefined || typeof rows[Symbol.iterator] !== "function")
    throw new TypeError("Table.fromRows needs an array or another iterable of objects");
  const columns = new Map();
  for (const name of Object.keys(types)) columnOf(columns, name);
  const writer = call("startTable");
  let lines = [];
  let number = 0;
  for (const row of rows) {
    lines.push(line(row, number++, columns, types));
    if (lines.length === ROWS_PER_CHUNK) {
      call("addRows", writer, lines.join("\n") + "\n");
      lines = [];
    }
  }
  if (lines.length > 0) call("addRows", writer, lines.join("\n") + "\n");
  if (columns.size === 0)
    throw new PipewrightError('a table needs a column; name them for an empty one: Table.fromRows([], {id: "BIGINT"})');
  const list = [...columns].map(([name, column]) => ({ name, kind: column.kind ?? "text", type: types[name] ?? null }));
  return call("finishTable", writer, JSON.stringify(list));
}

function columnOf(columns, name) {
  let column = columns.get(name);
  if (column === undefined) {
    column = { key: `c${columns.size}`, kind: null, row: 0 };
    columns.set(name, column);
  }
  return column;
}

function line(row, number, columns, types) {
  if (row === null || typeof row !== "object" || Array.isArray(row))
    throw new PipewrightError(`row ${number} is no object: rows look like {name: value}`);
  const cells = {};
  for (const name of Object.keys(row)) {
    const column = columnOf(columns, name);
    const cell = row[name];
    if (cell === null || cell === undefined) continue;
    const kind = kindOf(cell, name, number);
    if (!(name in types)) widen(column, kind, name, number);
    cells[column.key] = encoders[kind](cell);
  }
  return JSON.stringify(cells);
}

const wider = {
  "int float": "float",
  "float int": "float",
  "int bigint": "bigint",
  "bigint int": "bigint",
  "dict list": "json",
  "list dict": "json",
  "json dict": "json",
  "json list": "json",
  "DATE TIMESTAMP": "TIMESTAMP",
  "TIMESTAMP DATE": "TIMESTAMP",
};

function widen(column, kind, name, number) {
  if (column.kind === kind) return;
  if (column.kind === null) {
    column.kind = kind;
    column.row = number;
    return;
  }
  const common = wider[`${column.kind} ${kind}`];
  if (common === undefined && wider[`${kind} ${column.kind}`] === undefined)
    throw new PipewrightError(
      `column "${name}" holds ${column.kind} in row ${column.row} and ${kind} in row ${number}: make them one type`,
    );
  column.kind = common;
}

function kindOf(cell, name, number) {
  switch (typeof cell) {
    case "boolean":
      return "boolean";
    case "number":
      return Number.isSafeInteger(cell) && !Object.is(cell, -0) ? "int" : "float";
    case "bigint":
      return "bigint";
    case "string":
      return "text";
    case "object":
      if (cell instanceof Date) return cell instanceof Moment ? cell.type : "TIMESTAMP";
      if (cell instanceof Uint8Array) return "bytes";
      return Array.isArray(cell) ? "list" : "dict";
    default:
      throw new PipewrightError(`column "${name}" holds a ${typeof cell} in row ${number}: it cannot be stored`);
  }
}

const same = (cell) => cell;
const nested = (cell) => JSON.parse(JSON.stringify(cell, (_, item) => (typeof item === "bigint" ? String(item) : item)));

const encoders = {
  boolean: same,
  int: same,
  float: (cell) => (Number.isFinite(cell) ? cell : String(cell)),
  bigint: String,
  text: same,
  bytes: (cell) => Array.from(cell, (byte) => byte.toString(16).padStart(2, "0")).join(""),
  list: nested,
  dict: nested,
  DATE: dateText,
  TIMESTAMP: dateText,
  "TIMESTAMP WITH TIME ZONE": dateText,
};

function dateText(cell) {
  const text = cell.toJSON();
  if (text === null) throw new PipewrightError("an invalid Date cannot be stored");
  return cell instanceof Moment ? text : text.slice(0, -1);
}
