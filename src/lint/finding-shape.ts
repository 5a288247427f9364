export interface Finding {
  file: string;
  /** From 1; columns count UTF-16 units. */
  line: number;
  column: number;
  /** Japanese name of the field with its key path, as in 「回答（2番目）の回答日（answers[1].date）」. */
  field?: string;
  rule: string;
  severity: Severity;
  /** Japanese sentences: what is wrong and what to do. */
  message: string;
}

export type Severity = 'error' | 'warning';
