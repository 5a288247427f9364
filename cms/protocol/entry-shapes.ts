import * as z from 'zod';

/** What requests and answers say of entries, drafts, images and findings. */

export const draftStatuses = ['draft', 'pending_review', 'pending_publish'] as const;
export type DraftStatus = (typeof draftStatuses)[number];
export const draftStatus = z.enum(draftStatuses).meta({ id: 'DraftStatus' });

/** A Git object's id: the same text has the same revision. */
export const revision = z
  .string()
  .regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/)
  .meta({ id: 'Revision' });

/** A name, a path, a slug or an id. */
export function shortText(maxLength = 300) {
  return z.string().min(1).max(maxLength);
}

/** A published file. Without `data` there is no such file or, with `error`, Git cannot read it. */
export const readFile = z
  .object({
    data: z.string().nullable(),
    file: z.object({ path: z.string(), id: z.string().nullable(), label: z.string().optional() }),
    revision: z.string().nullable(),
    /** Japanese sentence that names the file. */
    error: z.string().optional(),
  })
  .meta({ id: 'File' });
export type ReadFile = z.infer<typeof readFile>;

/** First item of a list of entries: of which version it is. */
const listHead = z
  .object({
    tree: revision,
    /** Whether every entry follows, or those alone that differ from the version that was known. */
    isWhole: z.boolean(),
  })
  .meta({ id: 'ListHead' });
/** What lists show of a published file. */
const listedEntry = z
  .object({
    path: z.string(),
    /** `null` where the file is gone. */
    id: z.string().nullable(),
    /** `null` where they cannot be read, with `error` where Git cannot read the file. */
    fields: z.record(z.string(), z.unknown()).nullable(),
    /** Japanese sentence that names the file. */
    error: z.string().optional(),
  })
  .meta({ id: 'ListedEntry' });
export type ListedEntry = z.infer<typeof listedEntry>;
export const entryList = z.array(z.union([listHead, listedEntry]));

const mediaFacts = z.object({ id: z.string(), name: z.string(), path: z.string(), size: z.int() });
export const mediaFile = mediaFacts
  .extend({ content: z.string(), encoding: z.literal('base64') })
  .meta({ id: 'MediaFile' });
export type MediaFile = z.infer<typeof mediaFile>;
/** Of a whole folder, without bytes unless they are asked for. */
export const listedMediaFile = mediaFile.partial({ content: true, encoding: true }).meta({ id: 'ListedMediaFile' });

/** Something that looks personal and was judged fit for publishing. The value is not told. */
export const judgement = z
  .object({
    kind: z.string(),
    /** Japanese name of the kind. */
    label: z.string(),
    count: z.int(),
    reason: z.string(),
    /** ISO day. */
    date: z.string(),
  })
  .meta({ id: 'Judgement' });
export type Judgement = z.infer<typeof judgement>;

/** The same in a draft. */
const draftJudgement = judgement
  .extend({
    /** Who judged it, if that was in this draft. */
    by: z.string().nullable(),
    /** Whether it was judged since the entry was published. */
    isNew: z.boolean(),
    places: z.array(z.object({ field: z.string().nullable(), line: z.int() })),
  })
  .meta({ id: 'DraftJudgement' });
export type DraftJudgement = z.infer<typeof draftJudgement>;

/** Decap takes the first file for the entry; a moved one is told once, under its new path. */
const draftFile = z
  .object({
    id: z.string(),
    path: z.string(),
    oldPath: z.string(),
    newPath: z.string(),
    status: z.enum(['added', 'modified', 'renamed']),
    newFile: z.boolean(),
    binary: z.boolean(),
  })
  .meta({ id: 'DraftFile' });
export type DraftFile = z.infer<typeof draftFile>;

export const draft = z
  .object({
    collection: z.string(),
    slug: z.string(),
    status: draftStatus,
    diffs: z.array(draftFile),
    /** ISO moment. */
    updatedAt: z.string(),
    pullRequestAuthor: z.string(),
    writers: z.array(z.string()),
    reviewer: z.string().nullable(),
    needsSecondPerson: z.boolean(),
    /** Whether the person asking could publish it now. */
    mayPublish: z.boolean(),
    /** Whether the published file changed since the draft was begun. */
    behind: z.boolean(),
    judgements: z.array(draftJudgement),
  })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof draft>;

/** A draft on the board, with the text of its entry. */
export const boardDraft = draft.extend({ id: z.string(), data: z.string() }).meta({ id: 'BoardDraft' });
export type BoardDraft = z.infer<typeof boardDraft>;
/** One that Git cannot read; `error` is a Japanese sentence that names it. */
export const damagedDraft = z
  .object({
    id: z.string(),
    collection: z.string(),
    slug: z.string(),
    data: z.null(),
    error: z.string(),
  })
  .meta({ id: 'DamagedDraft' });

/** An entry by its title. `collection` and `slug` where the desk can open it. */
export const namedEntry = z
  .object({
    path: z.string(),
    title: z.string(),
    collection: z.string().optional(),
    slug: z.string().optional(),
  })
  .meta({ id: 'NamedEntry' });
export type NamedEntry = z.infer<typeof namedEntry>;

/** What the content check says. */
export const finding = z
  .object({
    path: z.string(),
    rule: z.string(),
    /** Where in the fields; `null` for what stands elsewhere in the file. */
    field: z.string().nullable(),
    line: z.int(),
    column: z.int(),
    /** Japanese sentence. */
    message: z.string(),
    severity: z.enum(['error', 'warning']),
    /** Looks like personal information. */
    privacy: z.boolean(),
    /** May stay where somebody gives a reason. */
    overridable: z.boolean(),
    /** Of a finding in another entry than the one at hand, which the change breaks. */
    entry: namedEntry.optional(),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof finding>;

/**
 * `updated`: the branch is checked out beside the server, and the files there have moved with it; `none`: nothing is
 * checked out.
 */
export const workTree = z.enum(['updated', 'none']).meta({ id: 'WorkTree' });

const textVersion = z.object({ revision: z.string(), text: z.string() });

/** Somebody else was faster. */
const textConflict = z.object({
  kind: z.enum(['save', 'publish', 'delete', 'unseen']),
  path: z.string(),
  where: z.enum(['draft', 'published']),
  who: z.string(),
  /** ISO moment. */
  when: z.string(),
  /** `null`: unknown, as of a file that is new on both sides. */
  base: textVersion.nullable(),
  /** `null`: they deleted it. */
  theirs: textVersion.nullable(),
  yours: textVersion.partial({ revision: true }),
  /** `null` unless both changes go together without touching. */
  merged: z.string().nullable(),
});
export type TextConflict = z.infer<typeof textConflict>;
export const conflict = z
  .discriminatedUnion('kind', [
    textConflict,
    /** Another image has that name. */
    z.object({ kind: z.literal('image'), path: z.string() }),
  ])
  .meta({ id: 'Conflict' });
export type Conflict = z.infer<typeof conflict>;

/** Who has a name; `sentence` says it in Japanese. */
export const nameHolder = z
  .object({
    collection: z.string(),
    id: z.string(),
    kind: z.enum(['published', 'draft', 'redirect', 'deleted']),
    title: z.string(),
    writer: z.string().optional(),
    /** A name like it that nobody has. */
    free: z.string().optional(),
    slug: z.string(),
    sentence: z.string(),
  })
  .meta({ id: 'NameHolder' });

/** What forms offer for choosing. */
export const catalogue = z
  .object({
    topics: z.array(z.object({ id: z.string(), name: z.string(), kana: z.string(), parent: z.string().nullable() })),
    questions: z.array(
      z.object({
        id: z.string(),
        question: z.string(),
        group: z.string(),
        status: z.string(),
        reviewBy: z.string(),
        audience: z.string(),
      }),
    ),
  })
  .meta({ id: 'Catalogue' });
export type CatalogueData = z.infer<typeof catalogue>;
