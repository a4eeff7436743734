/** Why a request was not made or its answer not used. The message is for the reader: the cause and the way out. */
export class FetchRefused extends Error {
  readonly reason: RefusalReason;
  /** True where trying again later may help. */
  readonly passing: boolean;
  /** Seconds the server asked to wait; null where it did not. */
  readonly retryAfter: number | null;
  constructor(reason: RefusalReason, message: string, more: { passing?: boolean; retryAfter?: number | null } = {}) {
    super(message);
    this.reason = reason;
    this.passing = more.passing ?? (reason === "timeout" || reason === "unreachable" || reason === "encoding");
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
  | "unreachable";
