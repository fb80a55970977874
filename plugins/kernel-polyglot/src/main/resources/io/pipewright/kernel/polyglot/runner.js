// Runs one block: arguments, call, outputs, tests. The worker calls run() and waits for its promise.

import { AssertionError, PipewrightError, Table, call, openTable, revive } from "pipewright";

export async function run(block, jobText) {
  try {
    return await runBlock(block, jobText);
  } catch (error) {
    // JavaScript can throw anything; only an Error has a message and a stack.
    throw error instanceof Error ? error : new PipewrightError(`the block threw ${String(error)}`);
  }
}

async function runBlock(block, jobText) {
  const job = JSON.parse(jobText, (_, value) => revive(value));
  const body = block.default;
  if (typeof body !== "function")
    throw new PipewrightError(
      "the file has no default export that is a function; write: export default function (…) { … }",
    );
  const inputs = job.inputs.map((outputs) => argument(outputs.map(stored)));
  if (body.length > inputs.length + 1)
    throw new PipewrightError(
      `the function takes ${body.length} parameters, but the block has ${inputs.length} upstream block(s)` +
        " and one context: connect the missing upstream or drop the parameter",
    );
  const context = contextOf(job);
  const outputs = outputsOf(await body(...inputs, context)).map(store);
  return job.run_tests ? runTests(block, outputs, context) : JSON.stringify({ passed: 0, failures: [] });
}

function argument(outputs) {
  return outputs.length === 1 ? outputs[0] : outputs;
}

function contextOf(job) {
  const print = (level) => (...values) => console.log(`${level}:`, ...values);
  const logger = {
    debug: print("DEBUG"),
    info: console.log,
    warning: print("WARNING"),
    error: print("ERROR"),
  };
  return Object.freeze({ ...job.context, logger });
}

// Nothing, one value, or an array whose items are the outputs.
function outputsOf(result) {
  if (result === undefined || result === null) return [];
  return Array.isArray(result) ? result : [result];
}

// Stores an output and gives it back in its stored form, which is what tests see.
function store(output) {
  if (output instanceof Table) return openTable(call("storeTable", output.id));
  return JSON.parse(call("storeValue", JSON.stringify(plain(output, new Set()))), (_, value) => revive(value));
}

function stored(output) {
  return "table" in output ? openTable(output.table) : output.value;
}

async function runTests(block, outputs, context) {
  const tests = Object.keys(block).filter((name) => /^test/.test(name) && typeof block[name] === "function");
  const failures = [];
  for (const name of tests) {
    try {
      if ((await block[name](...outputs, context)) === false) throw new AssertionError("the test returned false");
    } catch (error) {
      failures.push({ name, message: error instanceof Error ? error.message : String(error) });
      console.log(`Test ${name} failed: ${error instanceof Error ? (error.stack ?? error) : error}`);
    }
  }
  if (tests.length > 0) console.log(`${tests.length - failures.length}/${tests.length} tests passed.`);
  return JSON.stringify({ passed: tests.length - failures.length, failures });
}

// Values travel as JSON; what JSON lacks is tagged. The worker takes the tags off before it stores a value.

function plain(value, parents) {
  switch (typeof value) {
    case "undefined":
      return null;
    case "bigint":
      return { $int: String(value) };
    case "number":
      return Number.isFinite(value) ? value : { $float: String(value) };
    case "function":
    case "symbol":
      throw new PipewrightError(`a ${typeof value} cannot be stored as an output`);
    case "object":
      return value === null ? null : plainObject(value, parents);
    default:
      return value;
  }
}

function plainObject(value, parents) {
  if (value instanceof Date) return value.toJSON();
  if (typeof value.toJSON === "function") return plain(value.toJSON(), parents);
  if (parents.has(value)) throw new PipewrightError("an object that contains itself cannot be stored as an output");
  parents.add(value);
  const entry = ([key, item]) => [String(key), plain(item, parents)];
  const result =
    Array.isArray(value) || value instanceof Set || ArrayBuffer.isView(value)
      ? Array.from(value, (item) => plain(item, parents))
      : Object.fromEntries((value instanceof Map ? [...value] : Object.entries(value)).map(entry));
  parents.delete(value);
  return result;
}
