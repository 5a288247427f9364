/** Where both changed the same: what stands on either side, and what somebody decides to put there. */
export class MergeConflict {
  readonly path: readonly Step[];
  /** A text (lines), a value of one field, or some items of a list. `undefined`: taken away. */
  readonly theirs: unknown;
  readonly yours: unknown;
  readonly kind: ConflictKind;
  /** What goes there; nothing is decided as long as `isDecided` is false. */
  decided: unknown;
  isDecided = false;

  constructor(path: readonly Step[], theirs: unknown, yours: unknown, kind: ConflictKind) {
    this.path = path;
    this.theirs = theirs;
    this.yours = yours;
    this.kind = kind;
  }

  decide(value: unknown): void {
    this.decided = value;
    this.isDecided = true;
  }

  undecide(): void {
    this.isDecided = false;
  }
}

export type Step = string | number;
export type ConflictKind = 'text' | 'value' | 'items';
