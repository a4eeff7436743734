"use client";
import { useActionState } from "react";
import { useNames } from "#app/_ui/useNames.ts";
import type { Answer } from "./actions.ts";
import { RuledFields, ruledNames, type RuledValues } from "./RuledFields.tsx";

interface Values {
  outlet: string;
  side: string;
  date: string;
  event: string;
}

/** The fields a person may overrule; the values the page was made with travel along, so that only changes are sent. */
export function CorrectForm({
  values,
  ruled,
  teaching,
  sides,
  action,
}: {
  values: Values;
  ruled: RuledValues;
  /** Whether the invented outlets are suggested, or the real ones. */
  teaching: boolean;
  sides: { id: string; label: string }[];
  action: (before: Answer | null, form: FormData) => Promise<Answer>;
}) {
  const [answer, send, busy] = useActionState(action, null);
  const { names, load } = useNames(teaching);
  return (
    <form action={send} key={JSON.stringify([values, ruled])}>
      {Object.entries({ ...values, ...ruledNames(ruled) }).map(([name, value]) => (
        <input key={name} type="hidden" name={`was-${name}`} value={value} />
      ))}
      <div className="fields">
        <label>
          Outlet
          <input name="outlet" list="correct-outlets" defaultValue={values.outlet} autoComplete="off" onFocus={load} />
        </label>
        <datalist id="correct-outlets">
          {names.outlets.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </datalist>
        <label>
          Side
          <select name="side" defaultValue={values.side}>
            {sides.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          Date
          <input type="date" name="date" defaultValue={values.date} />
        </label>
        <label>
          Event
          <input name="event" list="correct-events" defaultValue={values.event} autoComplete="off" onFocus={load} />
        </label>
        <datalist id="correct-events">
          {names.events.map((event) => (
            <option key={event} value={event}>
              {event}
            </option>
          ))}
        </datalist>
        <RuledFields values={ruled} />
        <label>
          Why
          <input name="reason" required autoComplete="off" />
          <span className="hint">Kept with the change.</span>
        </label>
      </div>
      <div className="actions">
        <button type="submit" disabled={busy}>
          Save the change
        </button>
        <span role="status">{answer?.said ?? ""}</span>
      </div>
    </form>
  );
}
