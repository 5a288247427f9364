import { isIP } from 'node:net';
import * as z from 'zod';
import { personMail, personName } from './person.ts';

/** A single address, or a range such as `10.0.0.0/8`; not the whole of a family, which is no choice. */
export const addressRange = z.string().refine((entry) => {
  const [address = '', bits] = entry.split('/');
  const family = isIP(address);
  return (
    family !== 0 && (bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  );
});

/** Who may edit. Only `loopback` does without a login, and it answers this machine alone. */
export const accessSettings = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('loopback'), name: personName.optional(), mail: personMail.optional() }),
  z.strictObject({
    mode: z.literal('accounts'),
    file: z.string().min(1),
    /** Minutes without a request, and hours altogether, until a login expires. */
    idleMinutes: z.int().min(5).max(1_440).default(120),
    longestHours: z.int().min(1).max(168).default(12),
  }),
  z
    .strictObject({
      mode: z.literal('proxy'),
      file: z.string().min(1),
      /** Header in which the proxy names the person; the proxy must remove it from what comes in. */
      userHeader: z.string().regex(/^[a-z][a-z0-9-]{2,60}$/),
      secretHeader: z
        .string()
        .regex(/^[a-z][a-z0-9-]{2,60}$/)
        .optional(),
      secret: z.string().min(32).max(200).optional(),
      trustedAddresses: z.array(addressRange).max(20).default([]),
    })
    .refine(({ secretHeader, secret }) => (secretHeader === undefined) === (secret === undefined), { path: ['secret'] })
    .refine(({ secret, trustedAddresses }) => secret !== undefined || trustedAddresses.length > 0, {
      path: ['trustedAddresses'],
    }),
]);

export type AccessSettings = z.infer<typeof accessSettings>;
