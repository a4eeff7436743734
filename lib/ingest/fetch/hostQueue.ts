/** Runs one task a host at a time, with a pause between two; different hosts do not wait for each other. */
export class HostQueue {
  readonly #tails = new Map<string, Promise<unknown>>();
  readonly #free = new Map<string, number>();

  /**
   * `delay`: milliseconds from the end of one request to the start of the next. What `check` throws when the turn comes
   * is the outcome; there is no request then, and so no pause.
   */
  run<T>(host: string, delay: () => number, task: () => Promise<T>, check: () => void): Promise<T> {
    const before = this.#tails.get(host) ?? Promise.resolve();
    const mine = before
      .catch(() => undefined)
      .then(async () => {
        check();
        const wait = (this.#free.get(host) ?? 0) - Date.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        try {
          return await task();
        } finally {
          this.#free.set(host, Date.now() + delay());
        }
      });
    this.#tails.set(host, mine);
    const done = (): void => {
      if (this.#tails.get(host) === mine) this.#tails.delete(host);
    };
    mine.then(done, done);
    return mine;
  }
}
