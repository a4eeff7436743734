"use client";
import { useState } from "react";

/** Removing takes a second press. */
export function RemoveForm({ action }: { action: () => Promise<void> }) {
  const [sure, setSure] = useState(false);
  return (
    <form action={action} className="actions">
      <button
        type={sure ? "submit" : "button"}
        className="second"
        onClick={(event) => {
          if (sure) return;
          event.preventDefault();
          setSure(true);
        }}
      >
        {sure ? "Yes, remove it for good" : "Remove this article"}
      </button>
      <span className="quiet">Its numbers leave the charts with it. Importing it again brings it back.</span>
    </form>
  );
}
