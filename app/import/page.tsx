import type { Metadata } from "next";
import { codebook, store } from "#app/_database.ts";
import { Notice } from "#app/_ui/Notice.tsx";
import { mayWrite } from "#app/_writing.ts";
import { ImportForm } from "./ImportForm.tsx";
import { Imports } from "./Imports.tsx";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage() {
  const { outlets, sides } = codebook();
  const db = await store();
  const [summary, imports, allowed] = await Promise.all([db.summary(), db.imports(), mayWrite()]);
  return (
    <>
      <h1>Import articles</h1>
      <p className="lead">
        Paste a report, or give files. You see what was recognised before anything is stored, and you can take the
        import back.
      </p>
      {allowed ? null : (
        <Notice title="Read-only.">
          From this device nothing can be imported. <a href="/passphrase">Enter the passphrase</a> of this dashboard to
          write.
        </Notice>
      )}
      <ImportForm
        allowed={allowed}
        outlets={outlets.map(({ name }) => name)}
        events={summary.events.map(({ event }) => event)}
        sides={sides.filter(({ id }) => id !== "unknown").map(({ id, label }) => ({ id, label }))}
      />
      <noscript>
        <p className="empty">
          The preview needs scripts. Without them, import on the command line: <code>npx parallax import FILE</code>
        </p>
      </noscript>
      <Imports imports={imports} allowed={allowed} />
    </>
  );
}
