import { Pool, type PoolClient } from "pg";
import { StoreUnavailableError, storable, type Database, type Queryable } from "#lib/store/connection.ts";

const CONNECT_MS = 10_000;

/** A Postgres server. @throws StoreUnavailableError when it does not answer; the address is never repeated. */
export async function openServer(url: string): Promise<Database> {
  const pool = new Pool({ connectionString: url, max: 5, connectionTimeoutMillis: CONNECT_MS });
  pool.on("error", () => undefined);
  const connect = async (): Promise<PoolClient> => {
    try {
      return await pool.connect();
    } catch (error) {
      throw new StoreUnavailableError(`The database of DATABASE_URL does not answer: ${(error as Error).message}`);
    }
  };
  const using = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await connect();
    const lost: { error?: Error } = {};
    const note = (error: Error): void => {
      lost.error = error;
    };
    client.on("error", note);
    try {
      return await work(client);
    } finally {
      client.off("error", note);
      client.release(lost.error);
    }
  };
  try {
    await using((client) => client.query("SELECT 1"));
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    query: (sql, values) => using((client) => queryable(client).query(sql, values)),
    run: (sql) => using((client) => queryable(client).run(sql)),
    transaction: (work) =>
      using(async (client) => {
        await client.query("BEGIN");
        try {
          const result = await work(queryable(client));
          await client.query("COMMIT");
          return result;
        } catch (error) {
          await client.query("ROLLBACK").catch(() => undefined);
          throw error;
        }
      }),
    close: () => pool.end(),
  };
}

function queryable(client: PoolClient): Queryable {
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await client.query(sql, storable(values))).rows as Row[],
    run: async (sql) => {
      await client.query(sql);
    },
  };
}
