import ipaddr from "ipaddr.js";

/** The only part of IPv6 that is routed in public (RFC 4291, section 2.4). */
const GLOBAL: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/** True for an address an outlet may have: public unicast, so not loopback, private, link-local, mapped, reserved … */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  return address.kind() === "ipv4" || (address as ipaddr.IPv6).match(GLOBAL);
}
