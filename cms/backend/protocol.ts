/** What the CMS server answers; `cms/server/PROTOCOL.md` describes it. */

export interface Session {
  mode: 'loopback' | 'accounts' | 'proxy';
  signedIn: boolean;
  user: { login: string; name: string; role: 'contributor' | 'editor' | 'administrator'; groups: string[] } | null;
  token: string;
  expires: string | null;
  branch: string;
  mediaFolder: string;
  secondPerson: string[];
  /** What everybody who edits should know while it lasts. */
  notice?: string | null;
  /** Where the server builds the site: whether what was published is on it. */
  site?: { state: 'building' | 'ready' | 'failed'; at: string } | null;
}

export interface ReadFile {
  data: string;
  file: { path: string; id: string | null; label?: string };
  revision: string | null;
  /** Japanese sentence that names it: the server cannot read it. */
  error?: string;
}

export interface MediaFile {
  id: string;
  name: string;
  path: string;
  size: number;
  content?: string;
  encoding?: 'base64';
}

export interface Draft {
  collection: string;
  slug: string;
  status: DraftStatus;
  diffs: {
    id: string;
    path: string;
    oldPath?: string;
    newPath?: string;
    status: string;
    newFile: boolean;
    binary: boolean;
  }[];
  updatedAt: string;
  pullRequestAuthor: string;
  mayPublish: boolean;
  needsSecondPerson: boolean;
  behind: boolean;
  judgements?: Judgement[];
}

/** Something that looks personal and was judged fit for publishing; the value is not told. */
export interface Judgement {
  /** Japanese name of the kind. */
  label: string;
  reason: string;
  date: string;
  by: string | null;
  isNew: boolean;
  places: { field: string | null; line: number }[];
}

export interface Saved {
  message: string;
  status: DraftStatus | null;
  /** Where the entry lies now. */
  path?: string;
  revisions: Record<string, string>;
  warnings?: Finding[];
}

export interface Finding {
  path: string;
  rule: string;
  /** Where in the fields; `null` for what stands elsewhere in the file. */
  field?: string | null;
  line: number;
  column: number;
  message: string;
  severity: 'error' | 'warning';
  privacy?: boolean;
  overridable?: boolean;
  /** Of a finding in another entry than the one at hand. */
  entry?: { collection: string; slug: string; title: string };
}

/** An entry that refers to what was to go. */
export interface User {
  title: string;
  path: string;
  collection?: string;
  slug?: string;
}

export interface Conflict {
  /** `image` has only `path` beside it. */
  kind: 'save' | 'publish' | 'delete' | 'unseen' | 'image';
  path: string;
  where: 'draft' | 'published';
  who: string;
  when: string;
  base: { revision: string; text: string } | null;
  theirs: { revision: string; text: string } | null;
  yours: { revision?: string; text: string };
  merged: string | null;
}

export interface CmsErrorBody {
  error: string;
  code: string;
  conflict: Conflict;
  findings: Finding[];
  users: User[];
}

export class CmsError extends Error {
  readonly status: number;
  readonly code: string;
  readonly conflict: Conflict | undefined;
  readonly findings: readonly Finding[];
  /** Whoever needs what was to be removed. */
  readonly users: readonly User[];

  constructor(status: number, { error, code, conflict, findings, users }: Partial<CmsErrorBody>) {
    super(error ?? `編集サーバーから応答がありません（${status}）。`);
    this.status = status;
    this.code = code ?? 'failed';
    this.conflict = conflict;
    this.findings = findings ?? [];
    this.users = users ?? [];
  }
}

type DraftStatus = 'draft' | 'pending_review' | 'pending_publish';
