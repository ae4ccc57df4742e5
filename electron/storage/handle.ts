import type { Brand } from '#shared/kit/brand.ts';
import type { Result } from '#shared/kit/result.ts';
import type BetterSqlite3 from 'better-sqlite3';

type Connection = BetterSqlite3.Database;

// Not a second brand: two names for one brand contradict each other, and the type would be empty.
declare const writable: unique symbol;

/** May read. Every query function takes one. */
export type ReadHandle = Brand<Connection, 'ReadHandle'>;

/** May write: exists only inside a transaction, see `write`. It reads as well. */
export type WriteHandle = ReadHandle & { readonly [writable]: true };

const preparedStatements = new WeakMap<Connection, Map<string, BetterSqlite3.Statement>>();

/** The prepared statement of an SQL text: compiled once for each connection. */
export function prepared<Parameters extends unknown[], Row = unknown>(
  handle: ReadHandle,
  sql: string,
): BetterSqlite3.Statement<Parameters, Row> {
  const statements = preparedStatements.get(handle) ?? new Map<string, BetterSqlite3.Statement>();
  preparedStatements.set(handle, statements);
  const statement = statements.get(sql) ?? handle.prepare(sql);
  statements.set(sql, statement);
  // Rows are typed by the query that asks: SQL is the only one who knows their columns.
  return statement as BetterSqlite3.Statement<Parameters, Row>;
}

/**
 * Runs work in one immediate transaction: all of it is durable when this returns, or none of it
 * happened. A throw rolls back and goes on.
 */
export function write<T>(handle: ReadHandle, work: (handle: WriteHandle) => T): T {
  // A handle becomes writable by being inside a transaction; this is the only place that says so.
  return handle.transaction(() => work(handle as WriteHandle)).immediate();
}

/** As `write`; work that ends in a refusal leaves nothing behind of what it did before. */
export function writeOrRefuse<T, Code extends string>(
  handle: ReadHandle,
  work: (handle: WriteHandle) => Result<T, Code>,
): Result<T, Code> {
  const outcome: { refused: Result<T, Code> | null } = { refused: null };
  try {
    return write(handle, (writable) => {
      const result = work(writable);
      if (result.ok) return result;
      outcome.refused = result;
      throw takenBack;
    });
  } catch (fault) {
    if (fault === takenBack && outcome.refused !== null) return outcome.refused;
    throw fault;
  }
}

/** Thrown for its effect on the transaction alone. */
const takenBack = new Error('The work was refused.');
