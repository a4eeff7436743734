"use client";
import { useActionState } from "react";
import { follow } from "./actions.ts";

/** One address: a feed's own, or a page's that names its feed. Works without scripts, too. */
export function AddFeed({ allowed, outlets }: { allowed: boolean; outlets: readonly string[] }) {
  const [answer, action, pending] = useActionState(follow, null);
  return (
    <form action={action} className="choices" aria-label="Follow a feed">
      <label className="wide-field">
        Address of a feed or a site
        <input name="address" type="text" inputMode="url" required disabled={!allowed} placeholder="https://…" />
      </label>
      <label>
        Outlet, if the addresses do not tell
        <input name="outlet" list="feed-outlets" disabled={!allowed} />
      </label>
      <datalist id="feed-outlets">
        {outlets.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <button type="submit" disabled={!allowed || pending}>
        {pending ? "Looking …" : "Follow"}
      </button>
      <div role="status" className="feeds-said">
        {answer ? <p className={answer.ok ? undefined : "problem"}>{answer.said}</p> : null}
        {answer && answer.others.length > 0 ? (
          <>
            <p>The page names more feeds; follow them by their address:</p>
            <ul>
              {answer.others.map((other) => (
                <li key={other}>{other}</li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </form>
  );
}
