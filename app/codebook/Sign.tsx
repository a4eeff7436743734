import { Check, Minus, X } from "lucide-react";

/** Whether an example is tagged; with a sign, for or against. */
export function Sign({ is }: { is: "yes" | "no" | "for" | "against" | "neither" }) {
  const Icon = is === "yes" || is === "for" ? Check : is === "neither" ? Minus : X;
  const word = { yes: "Tagged: ", no: "Not tagged: ", for: "For: ", against: "Against: ", neither: "Neither: " }[is];
  return (
    <>
      <Icon size={17} aria-hidden="true" />
      <span className="hidden">{word}</span>
    </>
  );
}
