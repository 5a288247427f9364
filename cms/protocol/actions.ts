import * as z from 'zod';
import {
  boardDraft,
  catalogue,
  damagedDraft,
  draft,
  draftStatus,
  entryList,
  judgement,
  finding,
  listedMediaFile,
  mediaFile,
  nameHolder,
  readFile,
  revision,
  shortText,
  workTree,
} from './entry-shapes.ts';

/** One file of a save. */
const dataFile = z
  .object({
    slug: shortText(),
    path: shortText(),
    /** Text that UTF-8 cannot hold, or that ends early in some programs, would come back changed. */
    raw: z
      .string()
      .max(500_000)
      .refine((raw) => !/[\p{Surrogate}\0]/u.test(raw)),
    newPath: shortText().optional(),
    /** The version it began from; `null` for a new file. */
    revision: revision.nullable().optional(),
    mainRevision: revision.nullable().optional(),
    resolution: z.enum(['overwrite', 'merge']).optional(),
  })
  .meta({ id: 'DataFile' });

const asset = z
  .object({ path: shortText(), content: z.base64().max(8 * 1024 * 1024), encoding: z.literal('base64') })
  .meta({ id: 'Asset' });

/**
 * The actions of Decap's proxy backend and ours beside them: what is sent, and what comes back. Client and server take
 * their types from here, and `PROTOCOL.md` its table. What Decap sends and we do not use is dropped, not refused.
 */
export const actions = {
  info: {
    params: nothing(),
    answer: z.object({
      repo: z.string(),
      publish_modes: z.array(z.string()),
      type: z.literal('local_git'),
      branch: z.string(),
    }),
    changes: false,
    does: 'names the repository and its edited branch',
  },
  catalogue: {
    params: nothing(),
    answer: catalogue,
    changes: false,
    does: 'every published topic and question by name, also those for members and the withdrawn ones',
    isOurs: true,
  },
  entriesByFolder: {
    params: z.object({ folder: shortText(), extension: shortText(20), depth: z.int().min(1).max(8) }),
    answer: z.array(readFile),
    changes: false,
    does: 'sent as it is read; what Git cannot read has `data: null` and an `error` that names it',
  },
  listEntries: {
    params: z.object({
      folder: shortText(),
      extension: shortText(20),
      depth: z.int().min(1).max(8),
      since: revision.optional(),
    }),
    answer: entryList,
    changes: false,
    does: 'what lists show of each entry, behind a head; with the `tree` of an earlier head as `since` only what differs',
    isOurs: true,
  },
  entriesByFiles: {
    params: z.object({
      files: z.array(z.object({ path: shortText(), label: shortText(200).optional() })).max(500),
    }),
    answer: z.array(readFile),
    changes: false,
    does: 'a file that is not there has `data`, `id` and `revision` of `null`',
  },
  getEntry: {
    params: z.object({ path: shortText() }),
    answer: readFile,
    changes: false,
    does: 'one of the same (published side)',
  },
  nameHolder: {
    params: z.object({ collection: shortText(), slug: shortText(), title: z.string().max(300).optional() }),
    answer: z.object({ holder: nameHolder.nullable() }),
    changes: false,
    does: 'who has a name, `null` while it is free; a deleted entry may come back under its own `title`',
    isOurs: true,
  },
  unpublishedEntries: {
    params: nothing(),
    answer: z.array(z.string()),
    changes: false,
    does: 'ids of the drafts: `qa/gifu/abc234de`',
  },
  unpublishedBoard: {
    params: nothing(),
    answer: z.array(z.union([boardDraft, damagedDraft])),
    changes: false,
    does: 'every draft with its text in one answer, sent as it is read; a damaged one has an `error` in place of it',
    isOurs: true,
  },
  unpublishedEntry: {
    params: z.object({ id: shortText().optional(), collection: shortText().optional(), slug: shortText().optional() }),
    answer: draft,
    changes: false,
    does: 'one draft, by `id` or by `collection` and `slug`; 404 if there is none',
  },
  unpublishedEntryDataFile: {
    params: draftPlace(),
    answer: z.object({ data: z.string(), revision: z.string() }),
    changes: false,
    does: 'the text of a draft',
  },
  unpublishedEntryMediaFile: { params: draftPlace(), answer: mediaFile, changes: false, does: 'an image of a draft' },
  deleteUnpublishedEntry: {
    params: entryPlace().extend({ revision: revision.optional() }),
    answer: z.object({ message: z.string() }),
    changes: true,
    does: 'ends a draft',
  },
  persistEntry: {
    params: persistEntry(),
    answer: z.object({
      message: z.string(),
      commit: z.string(),
      /** Of the draft after the save; `null` without workflow. */
      status: draftStatus.nullable(),
      /** Where the entry lies now. */
      path: z.string(),
      revisions: z.record(z.string(), z.string()),
      workTree,
      warnings: z.array(finding),
    }),
    changes: true,
    does: 'saves an entry and its new images, see below',
  },
  updateUnpublishedEntryStatus: {
    params: entryPlace().extend({ newStatus: draftStatus, revision: revision.optional() }),
    answer: z.object({ message: z.string(), status: draftStatus }),
    changes: true,
    does: 'moves a draft on or back',
  },
  publishUnpublishedEntry: {
    params: entryPlace().extend({ revision: revision.optional() }),
    answer: z.object({
      message: z.string(),
      commit: z.string(),
      paths: z.array(z.string()),
      workTree,
      warnings: z.array(finding),
      judgements: z.array(judgement),
    }),
    changes: true,
    does: 'puts a draft on the site',
  },
  unpublishEntry: {
    params: entryPlace().extend({ revision }),
    answer: z.object({
      message: z.string(),
      commit: z.string(),
      status: z.literal('draft'),
      path: z.string(),
      revisions: z.record(z.string(), z.string()),
      workTree,
    }),
    changes: true,
    does: 'takes an entry off the site and leaves a draft with the same text',
    isOurs: true,
  },
  getMedia: {
    params: z.object({ mediaFolder: shortText(), withoutContent: z.boolean().optional() }),
    answer: z.array(listedMediaFile),
    changes: false,
    does: 'the images; `getMediaFile` gives their bytes one by one',
  },
  getMediaFile: { params: z.object({ path: shortText() }), answer: mediaFile, changes: false, does: 'one image' },
  persistMedia: {
    params: z.object({ asset: asset }),
    answer: mediaFile,
    changes: true,
    does: 'stores an image, cleaned',
  },
  deleteFile: {
    params: z.object({ path: shortText(), revision: revision.optional() }),
    answer: deleted(),
    changes: true,
    does: 'takes one entry or image away',
  },
  deleteFiles: {
    params: z.object({
      paths: z.array(shortText()).min(1).max(50),
      revisions: z.record(shortText(), revision).optional(),
    }),
    answer: deleted(),
    changes: true,
    does: 'the same for several',
  },
  getDeployPreview: {
    params: entryPlace(),
    answer: z.null(),
    changes: false,
    does: 'there is one site, rebuilt after publishing: no preview of its own for each draft',
  },
} as const satisfies Record<string, Action>;

function persistEntry() {
  return z
    .object({
      entry: dataFile.optional(),
      dataFiles: z.array(dataFile).min(1).max(10).optional(),
      assets: z.array(asset).max(50),
      options: z.object({
        collectionName: shortText(),
        useWorkflow: z.boolean(),
        status: draftStatus.optional().catch(undefined),
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

function entryPlace() {
  return z.object({ collection: shortText(), slug: shortText() });
}

function draftPlace() {
  return entryPlace().extend({ path: shortText() });
}

function deleted() {
  return z.object({ message: z.string(), commit: z.string(), workTree });
}

function nothing() {
  return z.object({}).optional();
}

interface Action {
  readonly params: z.ZodType;
  readonly answer: z.ZodType;
  /** Whether it changes anything: such an action goes into the log, and the site is built anew. */
  readonly changes: boolean;
  /** For `PROTOCOL.md`. */
  readonly does: string;
  /** Not an action of Decap's. */
  readonly isOurs?: true;
}

export type ActionName = keyof typeof actions;
/** As the client writes them. */
export type SentParams<Name extends ActionName> = z.input<(typeof actions)[Name]['params']>;
/** As the server has read them. */
export type ParamsOf<Name extends ActionName> = z.output<(typeof actions)[Name]['params']>;
export type AnswerOf<Name extends ActionName> = z.output<(typeof actions)[Name]['answer']>;

/** One action; its parameters are read by its own shape. */
export const actionRequest = z.object({
  action: z.enum(Object.keys(actions) as [ActionName, ...ActionName[]]),
  params: z.unknown(),
});
