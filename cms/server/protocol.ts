import * as z from 'zod';
import { draftStatuses } from './workflow.ts';

/**
 * The actions of Decap's proxy backend and ours beside them. What Decap sends and we do not use is dropped, not
 * refused.
 */
export const actionRequest = z.discriminatedUnion('action', [
  act('info', z.object({}).optional()),
  act('catalogue', z.object({}).optional()),
  act('entriesByFolder', z.object({ folder: text(), extension: text(20), depth: z.int().min(1).max(8) })),
  act('entriesByFiles', z.object({ files: z.array(z.object({ path: text(), label: text(200).optional() })).max(500) })),
  act('getEntry', z.object({ path: text() })),
  act('nameHolder', z.object({ collection: text(), slug: text(), title: z.string().max(300).optional() })),
  act('unpublishedEntries', z.object({}).optional()),
  act('unpublishedBoard', z.object({}).optional()),
  act('unpublishedEntry', z.object({ id: text().optional(), collection: text().optional(), slug: text().optional() })),
  act('unpublishedEntryDataFile', draftFile()),
  act('unpublishedEntryMediaFile', draftFile()),
  act('deleteUnpublishedEntry', z.object({ collection: text(), slug: text(), revision: revision().optional() })),
  act('persistEntry', persistEntry()),
  act(
    'updateUnpublishedEntryStatus',
    z.object({ collection: text(), slug: text(), newStatus: z.enum(draftStatuses), revision: revision().optional() }),
  ),
  act('publishUnpublishedEntry', z.object({ collection: text(), slug: text(), revision: revision().optional() })),
  act('unpublishEntry', z.object({ collection: text(), slug: text(), revision: revision() })),
  act('getMedia', z.object({ mediaFolder: text(), withoutContent: z.boolean().optional() })),
  act('getMediaFile', z.object({ path: text() })),
  act('persistMedia', z.object({ asset: asset() })),
  act('deleteFile', z.object({ path: text(), revision: revision().optional() })),
  act(
    'deleteFiles',
    z.object({ paths: z.array(text()).min(1).max(50), revisions: z.record(text(), revision()).optional() }),
  ),
  act('getDeployPreview', z.object({ collection: text(), slug: text() })),
]);

export const loginRequest = z.strictObject({ login: text(64), password: z.string().min(1).max(1_024) });

function persistEntry() {
  return z
    .object({
      entry: dataFile().optional(),
      dataFiles: z.array(dataFile()).min(1).max(10).optional(),
      assets: z.array(asset()).max(50),
      options: z.object({
        collectionName: text(),
        useWorkflow: z.boolean(),
        status: z.enum(draftStatuses).optional().catch(undefined),
        newEntry: z.boolean().optional(),
        privacyReason: z
          .string()
          .trim()
          .min(5)
          .max(120)
          .regex(/^[^\p{Cc}]*$/u)
          .optional(),
      }),
    })
    .transform(({ entry, dataFiles, ...rest }, context) => {
      const files = dataFiles ?? (entry ? [entry] : []);
      if (files.length === 0) context.addIssue({ code: 'custom', path: ['dataFiles'], message: 'missing' });
      return { ...rest, dataFiles: files };
    });
}

function dataFile() {
  return z.object({
    slug: text(),
    path: text(),
    /** Text that UTF-8 cannot hold, or that ends early in some programs, would come back changed. */
    raw: z
      .string()
      .max(500_000)
      .refine((raw) => raw.isWellFormed() && !raw.includes('\0')),
    newPath: text().optional(),
    revision: revision().nullable().optional(),
    mainRevision: revision().nullable().optional(),
    resolution: z.enum(['overwrite', 'merge']).optional(),
  });
}

function draftFile() {
  return z.object({ collection: text(), slug: text(), path: text() });
}

function asset() {
  return z.object({ path: text(), content: z.base64().max(8 * 1024 * 1024), encoding: z.literal('base64') });
}

function revision() {
  return z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
}

function text(most = 300) {
  return z.string().min(1).max(most);
}

function act<Name extends string, Params extends z.ZodType>(action: Name, params: Params) {
  return z.object({ action: z.literal(action), params });
}

export type ActionRequest = z.infer<typeof actionRequest>;
export type ActionName = ActionRequest['action'];
export type ParamsOf<Name extends ActionName> = Extract<ActionRequest, { action: Name }>['params'];
