"use client";
import { useActionState } from "react";
import { followList } from "./actions.ts";

/** Subscriptions from and for other readers. */
export function ListForm({ allowed, any }: { allowed: boolean; any: boolean }) {
  const [answer, action, pending] = useActionState(followList, null);
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">Subscription lists</h2>
      <form action={action} className="choices" aria-label="Follow the feeds of a list">
        <label className="wide-field">
          An OPML file of another reader
          <input name="list" type="file" accept=".opml,.xml,text/xml,text/x-opml" required disabled={!allowed} />
        </label>
        <button type="submit" disabled={!allowed || pending}>
          {pending ? "Reading …" : "Follow its feeds"}
        </button>
        <div role="status" className="feeds-said">
          {answer ? <p className={answer.ok ? undefined : "problem"}>{answer.said}</p> : null}
        </div>
      </form>
      {any ? (
        <p>
          <a href="/api/feeds/opml" download="parallax-feeds.opml">
            Save these feeds as OPML
          </a>{" "}
          for another reader or a colleague’s Parallax.
        </p>
      ) : null}
    </section>
  );
}
