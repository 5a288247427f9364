import * as z from 'zod';
import { groupIds } from './access/person.ts';
import { accessSettings, addressRange } from './access/settings.ts';

/** How a CMS server is set up, whether inside `npm start` or alone. */
export const cmsOptions = z
  .strictObject({
    /** Top folder of a clone, or a bare repository. */
    root: z.string().min(1),
    /** Branch that is edited; the checked-out one if left out. */
    branch: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*(\/[A-Za-z0-9][A-Za-z0-9_-]*)*$/)
      .optional(),
    /** Path under which the site stands, with a slash at both ends. */
    base: z
      .string()
      .regex(/^\/(?:[A-Za-z0-9._~-]+\/)*$/)
      .default('/'),
    mediaFolder: z
      .string()
      .regex(/^public(\/[a-z0-9][a-z0-9_-]*)+$/)
      .default('public/images'),
    access: accessSettings.default({ mode: 'loopback' }),
    /** The site's address as browsers see it; needed wherever there is a login. */
    address: z.url({ protocol: /^https?$/ }).optional(),
    /** `Host` values that a reverse proxy puts in place of the address's own. */
    otherHosts: z
      .array(z.string().regex(/^[a-z0-9.:[\]-]{1,100}$/))
      .max(10)
      .default([]),
    /** Reverse proxies whose `X-Forwarded-For` says who is asking. */
    trustedProxies: z.array(addressRange).max(20).default([]),
    /** Groups in which publishing needs a second person. */
    secondPerson: groupIds.default([]),
    /** Where the audit log goes; inside Git's own folder if left out, where it is neither checked out nor pushed. */
    auditFile: z.string().min(1).optional(),
    /** Program of the threads that check content; another one is for tests, which start many servers. */
    checkProgram: z.instanceof(URL).optional(),
  })
  .refine(({ access, address }) => access.mode === 'loopback' || address !== undefined, { path: ['address'] })
  .refine(({ access, trustedProxies }) => access.mode !== 'loopback' || trustedProxies.length === 0, {
    path: ['trustedProxies'],
  });

export type CmsOptions = z.input<typeof cmsOptions>;
