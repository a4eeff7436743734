import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MessageChannel, Worker } from "node:worker_threads";
import { StoreUnavailableError, type Database } from "#lib/store/connection.ts";
import { lineTo } from "./threadLine.ts";

/**
 * The embedded database of a folder in a thread of its own, so that this one can read, compare and serve pages meanwhile.
 * @throws StoreUnavailableError when it cannot be opened; later when its thread ended.
 */
export async function openInThread(folder: string): Promise<Database> {
  const worker = new Worker(workerFile(), { workerData: { folder }, execArgv: [] });
  let died: Error | null = null;
  worker.on("error", (error) => {
    died = error as Error;
  });
  let over = false;
  worker.on("exit", () => {
    over = true;
  });
  const gone = (): Error =>
    new StoreUnavailableError(
      `The database in ${folder} ended in the middle of its work${died ? ` (${died.message.split("\n")[0]})` : ""}. ` +
        "What was stored before is kept: start Parallax again; an import that is run again goes on where it ended. " +
        "If it ends there again, move the folder away and import anew.",
    );
  const line = lineTo(worker, gone);
  try {
    await line.ask({ op: "open" });
  } catch (error) {
    await worker.terminate();
    throw new StoreUnavailableError((error as Error).message);
  }
  return {
    query: (sql, values) => line.query(sql, values),
    run: (sql) => line.run(sql),
    async transaction(work) {
      const { port1, port2 } = new MessageChannel();
      const tx = lineTo(port1, gone);
      const whole = line.ask({ op: "transaction", port: port2 }, [port2]);
      whole.catch(() => undefined);
      const end = (op: "commit" | "rollback"): void => void tx.ask({ op }).catch(() => undefined);
      try {
        await Promise.race([tx.ask({ op: "begin" }), whole]);
        const result = await work(tx);
        end("commit");
        await whole;
        return result;
      } catch (error) {
        end("rollback");
        await whole.catch(() => undefined);
        // The port of the transaction closes before the thread has said why it ended.
        throw over ? gone() : error;
      } finally {
        port1.close();
      }
    },
    async close() {
      if (!over) await line.ask({ op: "close" });
      await worker.terminate();
    },
  };
}

/** A bundler may have moved this module; the worker is always read from the project's own folder. */
function workerFile(): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), "worker.mjs");
  return existsSync(beside) ? beside : join(process.cwd(), "lib", "store", "database", "worker.mjs");
}
