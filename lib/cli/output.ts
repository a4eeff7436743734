import { SingleBar, Presets } from "cli-progress";

/** A failure the user can mend: printed as one sentence, exit 2. */
export class UsageError extends Error {}

/** Prints a result as JSON or as lines. */
export function print(json: boolean, value: unknown, lines: () => string[]): void {
  process.stdout.write(
    json
      ? `${JSON.stringify(value)}\n`
      : lines()
          .map((line) => `${line}\n`)
          .join(""),
  );
}

/** One field of a line: no tabs, line breaks or control characters, so that a title cannot forge lines or colours. */
export function inLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}

export interface Progress {
  done(count: number): void;
  stop(): void;
}

/**
 * On a terminal a bar with count, rate and time left, or a counting line where the total is not known; elsewhere a line
 * every few seconds. Writes to stderr.
 */
export function progress(label: string, total: number | null): Progress {
  const started = Date.now();
  if (process.stderr.isTTY && total !== null) {
    const bar = new SingleBar(
      { format: `${label} {bar} {value}/{total} · {rate}/s · {eta_formatted} left`, stream: process.stderr },
      Presets.shades_classic,
    );
    bar.start(total, 0, { rate: "–" });
    return { done: (count) => bar.update(count, { rate: rateOf(count, started) }), stop: () => bar.stop() };
  }
  if (process.stderr.isTTY) {
    return {
      done: (count) => {
        process.stderr.write(
          `\r\u001b[K${label}: ${count} ${count === 1 ? "article" : "articles"} · ${rateOf(count, started)}/s`,
        );
      },
      stop: () => {
        process.stderr.write("\n");
      },
    };
  }
  let last = started;
  return {
    done(count) {
      if (Date.now() - last < 3000) return;
      last = Date.now();
      const left =
        total === null || count === 0
          ? ""
          : ` · ${Math.round(((total - count) * (last - started)) / count / 1000)} s left`;
      process.stderr.write(
        `${label}: ${count}${total === null ? "" : ` of ${total}`} ${(total ?? count) === 1 ? "article" : "articles"} · ${rateOf(count, started)}/s${left}\n`,
      );
    },
    stop: () => undefined,
  };
}

const rateOf = (count: number, started: number): string =>
  (count / Math.max(0.001, (Date.now() - started) / 1000)).toFixed(0);

/** Two levels are spread over lines, so that changes can be read; what lies deeper stays on one. */
export function compact(value: unknown, depth = 0): string {
  if (depth >= 2 || typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const list = Array.isArray(value);
  const parts = list
    ? value.map((item) => compact(item, depth + 1))
    : Object.entries(value)
        .filter(([, v]) => v !== undefined)
        .map(([k, v]) => `${JSON.stringify(k)}: ${compact(v, depth + 1)}`);
  const [open, close] = list ? ["[", "]"] : ["{", "}"];
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join(",\n")}\n${close}`;
}
