"use client";
import { useState } from "react";

export interface Choices {
  outlets: string[];
  events: string[];
  sides: { id: string; label: string }[];
}

/** What holds for every article of the import that does not say otherwise itself. */
export function GivenFields({ outlets, events, sides }: Choices) {
  const [side, setSide] = useState("");
  return (
    <fieldset className="fields">
      <legend>What you know about them</legend>
      <label>
        Outlet
        <input name="outlet" list="import-outlets" autoComplete="off" />
        <span className="hint">A listed outlet brings its side with it.</span>
      </label>
      <datalist id="import-outlets">
        {outlets.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <label>
        Side
        <select name="side" value={side} onChange={(event) => setSide(event.target.value)}>
          <option value="">As the outlet is listed</option>
          {sides.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {side === "" ? null : (
        <label>
          Why this side
          <input name="sideReason" required autoComplete="off" />
          <span className="hint">Who owns or directs the outlet; never what it says.</span>
        </label>
      )}
      <label>
        Date
        <input type="date" name="date" />
        <span className="hint">Left empty, it is looked for in the file, the address and the text.</span>
      </label>
      <label>
        Event
        <input name="event" list="import-events" autoComplete="off" />
        <span className="hint">The same name on both sides lets charts compare within one event.</span>
      </label>
      <datalist id="import-events">
        {events.map((event) => (
          <option key={event} value={event}>
            {event}
          </option>
        ))}
      </datalist>
    </fieldset>
  );
}
