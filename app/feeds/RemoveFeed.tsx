"use client";
import { useState } from "react";

/** Stops following after a second press. */
export function RemoveFeed({ action, name }: { action: () => Promise<void>; name: string }) {
  const [sure, setSure] = useState(false);
  return (
    <form action={action}>
      <button
        type={sure ? "submit" : "button"}
        className="second"
        aria-label={sure ? `Yes, stop following ${name}` : `Stop following ${name}`}
        onClick={(event) => {
          if (sure) return;
          event.preventDefault();
          setSure(true);
        }}
      >
        {sure ? "Yes, stop" : "Stop following"}
      </button>
      {sure ? <p className="quiet">Its articles stay.</p> : null}
    </form>
  );
}
