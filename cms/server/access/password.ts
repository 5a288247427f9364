import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** `scrypt$<log2 N>$<r>$<p>$<salt>$<hash>`: the cost stands beside the hash, so it can be raised later. */
export async function hashPassword(password: string, cost: PasswordCost = usualCost): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Takes as long for somebody who does not exist (`undefined`) as for a wrong password. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, logN, r, p, salt = '', hash = ''] = passwordHash.exec(stored ?? '') ?? [];
  const used = logN === undefined ? usualCost : { logN: Number(logN), r: Number(r), p: Number(p) };
  const expected = Buffer.from(hash, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'), used);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

export const passwordHash = /^scrypt\$(1[4-9])\$([1-9]|1\d)\$([1-9])\$([\w-]{22})\$([\w-]{43})$/;

/** 32 MiB and about a tenth of a second: OWASP's recommendation for interactive logins. */
const usualCost: PasswordCost = { logN: 15, r: 8, p: 3 };

/** The same word typed on different systems may differ in its Unicode form. */
function derive(password: string, salt: Buffer, { logN, r, p }: PasswordCost): Promise<Buffer> {
  const N = 2 ** logN;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Of scrypt: memory grows with `logN` and `r`, time with all three. */
export interface PasswordCost {
  logN: number;
  r: number;
  p: number;
}
