import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Stands for a value that was judged, without telling it: `v1.<key>.<HMAC-SHA-256 of the value>`, in hexadecimal.
 * Each has a random key of its own, so that the same number in two entries cannot be seen to be the same, and a list
 * of all phone numbers has to be tried anew for each. The entry and the kind are part of what is hashed; its folder is
 * not, for that follows its group.
 */
export function digestValue(subject: JudgedValue): string {
  const key = randomBytes(16).toString('hex');
  return `v1.${key}.${hash(key, subject)}`;
}

export function isDigestOf(digest: string, subject: JudgedValue): boolean {
  const [, key = '', expected = ''] = digest.split('.');
  const found = Buffer.from(hash(key, subject));
  return found.length === expected.length && timingSafeEqual(found, Buffer.from(expected));
}

export const digestPattern = /^v1\.[0-9a-f]{32}\.[0-9a-f]{64}$/;

function hash(key: string, { file, kind, value }: JudgedValue): string {
  const [, folder, ...rest] = file.split('/');
  return createHmac('sha256', Buffer.from(key, 'hex'))
    .update(JSON.stringify([folder, rest.at(-1), kind, value]))
    .digest('hex');
}

export interface JudgedValue {
  /** POSIX path below the root of the repository. */
  file: string;
  kind: string;
  /** As `readFoundValue` gives it: the same however it is written. */
  value: string;
}
