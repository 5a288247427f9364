import { sayLeftOut } from '../../src/cli/browser/engines.ts';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Closes a run with one plain line that counts, for the log of a build server, and with what was left out. */
export default class ClosingLine implements Reporter {
  private readonly outcomes = new Map<string, string>();

  onTestEnd(test: TestCase, result: TestResult): void {
    this.outcomes.set(test.id, result.status);
  }

  onEnd(_result: FullResult): void {
    const outcomes = [...this.outcomes.values()];
    const passed = outcomes.filter((outcome) => outcome === 'passed').length;
    const skipped = outcomes.filter((outcome) => outcome === 'skipped').length;
    for (const sentence of sayLeftOut()) console.log(sentence);
    console.log(`${passed} passed, ${outcomes.length - passed - skipped} failed, ${skipped} skipped`);
  }
}
