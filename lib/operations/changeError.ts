/** A change that cannot be made; the message says why. */
export class ChangeError extends Error {}
