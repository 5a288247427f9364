import * as z from 'zod';
import { conflict, finding, namedEntry } from './entry-shapes.ts';

/** Why a request was not carried out; PROTOCOL.md says when each comes, and with which status. */
const errorCodes = [
  'bad-request',
  'signed-out',
  'link',
  'token',
  'origin',
  'not-allowed',
  'second-person',
  'not-found',
  'conflict',
  'taken',
  'not-ready',
  'content',
  'path',
  'revision',
  'branch',
  'too-many',
  'failed',
  'busy',
  'no-desk',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What comes with the sentence. */
const errorDetails = z.object({
  conflict: conflict.optional(),
  findings: z.array(finding).optional(),
  /** The entries that refer to what was to be removed, and their paths. */
  referrers: z.array(namedEntry).optional(),
  blockedBy: z.array(z.string()).optional(),
  /** A file that cannot be read. */
  path: z.string().optional(),
});
export type ErrorDetails = z.infer<typeof errorDetails>;

/** Body of every answer from 400 up. */
export const errorBody = errorDetails.extend({
  /** Japanese sentence, ready to be shown. */
  error: z.string(),
  code: z.enum(errorCodes),
});
export type ErrorBody = z.infer<typeof errorBody>;
