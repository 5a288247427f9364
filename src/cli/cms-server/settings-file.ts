import * as z from 'zod';
import { cmsOptions } from '../../../cms/server/options.ts';

/** What `cms-server.yaml` may say. */
export const settingsFile = z
  .strictObject({
    ...z.strictObject(cmsOptions.shape).omit({ root: true, checkProgram: true }).shape,
    repository: z.string().min(1),
    /**
     * Folder of the built site, served beside the CMS; none where another server does that, or where it is built here.
     */
    site: z.string().min(1).optional(),
    /** Whether the site is built here, and again after each publication. */
    build: z.boolean().default(false),
    listen: z
      .strictObject({
        host: z
          .string()
          .regex(/^[A-Za-z0-9.:-]{1,100}$/)
          .default('127.0.0.1'),
        port: z.int().min(1).max(65_535).default(4330),
      })
      .prefault({}),
    tls: z.strictObject({ certificate: z.string().min(1), key: z.string().min(1) }).optional(),
  })
  .refine(({ access, address }) => access.mode === 'loopback' || address !== undefined, { path: ['address'] })
  .refine(({ access, trustedProxies }) => access.mode !== 'loopback' || trustedProxies.length === 0, {
    path: ['trustedProxies'],
  })
  .refine(({ build, site }) => !build || site === undefined, { path: ['build'] });

export type CmsServerSettings = z.infer<typeof settingsFile>;
