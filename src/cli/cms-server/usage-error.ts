/** A command that cannot be carried out as it was given; the message is a Japanese sentence. */
export class UsageError extends Error {}
