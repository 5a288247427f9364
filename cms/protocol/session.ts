import * as z from 'zod';

/** Who is signed in, and what everybody who edits should know. */
export const session = z.object({
  mode: z.enum(['loopback', 'accounts', 'proxy']),
  signedIn: z.boolean(),
  user: z
    .object({
      login: z.string(),
      name: z.string(),
      role: z.enum(['contributor', 'editor', 'administrator']),
      groups: z.array(z.string()),
    })
    .nullable(),
  /** Every `POST` carries it. */
  token: z.string(),
  /** ISO moment. */
  expires: z.string().nullable(),
  branch: z.string(),
  mediaFolder: z.string(),
  /** Groups in which publishing needs a second person. */
  secondPerson: z.array(z.string()),
  /** Japanese sentence, while it lasts. */
  notice: z.string().nullable(),
  /** The site that the server builds, if it does. `failed`: it is older than what was published. */
  site: z.object({ state: z.enum(['building', 'ready', 'failed']), at: z.string() }).nullable(),
});
export type Session = z.infer<typeof session>;
export type SiteState = NonNullable<Session['site']>;

export const loginRequest = z.strictObject({
  login: z.string().min(1).max(64),
  password: z.string().min(1).max(1_024),
});
