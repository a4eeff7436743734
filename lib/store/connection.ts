/** Another process holds the data folder and cannot be asked to share it. */
export class StoreBusyError extends Error {}

/** The database cannot be reached, opened, or is newer than this program. */
export class StoreUnavailableError extends Error {}

/** What a statement can be sent to. Values must survive JSON: text, numbers, booleans, null and lists of these. */
export interface Queryable {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Several statements without values. */
  run(sql: string): Promise<void>;
}

/** One database, embedded or a server. A transaction is kept whole or not at all. */
export interface Database extends Queryable {
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Values as Postgres takes them: it keeps no NUL character, so one in an address or a search matches nothing. */
export function storable(values: readonly unknown[]): unknown[] {
  return values.map((value) =>
    typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value,
  );
}
