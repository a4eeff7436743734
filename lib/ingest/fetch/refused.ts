/** Reasons that may be gone at another time. */
const PASSING: ReadonlySet<string> = new Set<RefusalReason>([
  "timeout",
  "unreachable",
  "no such host",
  "given up",
  "encoding",
]);
const BRAND: unique symbol = Symbol.for("parallax.FetchRefused") as never;

/** Why a request was not made or its answer not used. The message is for the reader: the cause and the way out. */
export class FetchRefused extends Error {
  /** Pages are bundled apart and share one network: a refusal made in one bundle is known in every other. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && BRAND in value;
  }
  readonly [BRAND] = true;
  readonly reason: RefusalReason;
  /** True where trying again later may help. */
  readonly passing: boolean;
  /** Seconds the server asked to wait; null where it did not. */
  readonly retryAfter: number | null;
  constructor(reason: RefusalReason, message: string, more: { passing?: boolean; retryAfter?: number | null } = {}) {
    super(message);
    this.reason = reason;
    this.passing = more.passing ?? PASSING.has(reason);
    this.retryAfter = more.retryAfter ?? null;
  }
}

export type RefusalReason =
  | "not an address"
  | "inner address"
  | "port"
  | "credentials"
  | "redirects"
  | "robots"
  | "too large"
  | "timeout"
  | "content type"
  | "encoding"
  | "status"
  | "unreachable"
  | "no such host"
  /** Not asked: it did not answer before in the same run. */
  | "given up";
