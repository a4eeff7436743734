import type { Metadata } from "next";
import { settings } from "#app/_database.ts";
import { Notice } from "#app/_ui/Notice.tsx";
import { readParams, type SearchParams } from "#app/_ui/words.ts";
import { mayWrite } from "#app/_writing.ts";

export const metadata: Metadata = { title: "Passphrase" };

const ANSWERS: Record<string, string> = {
  wrong: "That is not the passphrase.",
  later: "Too many wrong tries. Wait a minute.",
  none: "The owner has set no passphrase.",
};

/** Where the owner unlocks writing from another device of the classroom network. */
export default async function Passphrase({ searchParams }: { searchParams: SearchParams }) {
  const answer = ANSWERS[(await readParams(searchParams)).get("answer") ?? ""];
  const unlocked = await mayWrite();
  return (
    <>
      <h1>Writing from this device</h1>
      {answer ? <Notice title={answer}>{null}</Notice> : null}
      {unlocked ? <p>This device may import, edit and remove articles.</p> : null}
      {!unlocked && settings().passphrase === null ? (
        <p>
          From the network this dashboard is read-only. To write from another device, its owner starts it with{" "}
          <code>PARALLAX_PASSPHRASE</code> set.
        </p>
      ) : null}
      {!unlocked && settings().passphrase !== null ? (
        <form className="choices" action="/passphrase" method="post">
          <label>
            Passphrase
            <input type="password" name="passphrase" autoComplete="current-password" required />
          </label>
          <button type="submit">Unlock for eight hours</button>
        </form>
      ) : null}
    </>
  );
}
