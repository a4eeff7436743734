import { FetchRefused } from "./refused.ts";

/** Requests in a row without an answer after which a host is given up: one that has answered before, and one that has not. */
const PATIENCE = { answered: 4, never: 2 };

interface Standing {
  silent: number;
  answered: boolean;
}

/**
 * Which hosts answer in one run. A list of thousands may name one host thousands of times; when that cannot be found or
 * reached, the machine is offline or the host is gone, and asking on would take hours. A new run asks again.
 */
export class Reached {
  readonly #hosts = new Map<string, Standing>();

  /** @throws FetchRefused where the host was given up. */
  check(host: string): void {
    const { silent, answered } = this.#standing(host);
    if (silent < (answered ? PATIENCE.answered : PATIENCE.never)) return;
    throw new FetchRefused(
      "given up",
      `${host} could not be reached, so this page was not asked for. Try again when it answers, or save the page and import the file.`,
    );
  }

  /** One request to the host, its outcome noted. @throws what the request throws */
  async note<T>(host: string, request: () => Promise<T>): Promise<T> {
    const standing = this.#standing(host);
    try {
      const answer = await request();
      Object.assign(standing, { silent: 0, answered: true });
      return answer;
    } catch (error) {
      const reason = error instanceof FetchRefused ? error.reason : null;
      if (reason === "no such host") standing.silent = Number.POSITIVE_INFINITY;
      else if (reason === "unreachable" || reason === "timeout") standing.silent++;
      throw error;
    }
  }

  #standing(host: string): Standing {
    const known = this.#hosts.get(host) ?? { silent: 0, answered: false };
    this.#hosts.set(host, known);
    return known;
  }
}
