/** Why a request was not made or its answer not used. The message is for the reader: the cause and the way out. */
export class FetchRefused extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.reason = reason;
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
