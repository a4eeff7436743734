"use client";

/** The server keeps what went wrong to its own log; the reader gets what can be done. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <h1>This page could not be made</h1>
      <p>
        Often the database is still opening, or another process holds the data folder. Nothing was changed. The server’s
        log says more{error.digest ? ` (look for ${error.digest})` : ""}.
      </p>
      <p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </p>
    </>
  );
}
