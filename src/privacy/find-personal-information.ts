import { findAddresses } from './address.ts';
import { normaliseVisible, withoutMarks } from './as-read.ts';
import { findBankAccounts } from './bank-account.ts';
import { findBirthDates } from './birth-date.ts';
import type { Detection, PrivacyFinding } from './finding.ts';
import { disguisedWords, isOverridable, privacyKinds } from './finding.ts';
import { blankWebAddresses } from './fold-in-place.ts';
import { findHandles } from './handle.ts';
import { findMailAddresses } from './mail.ts';
import { findMyNumbers } from './my-number.ts';
import { findKnownNames } from './known-name.ts';
import { findNames } from './name.ts';
import { findNumberPlates } from './number-plate.ts';
import { withDigits } from './number-words.ts';
import { findPersonalCodes } from './personal-code.ts';
import { findPhoneNumbers } from './phone.ts';
import { findPrivateUse } from './private-use.ts';
import { endOf, startOf, type View } from './view.ts';

/**
 * Looks for what must never be published, in the text as it is written and as it is read: hidden characters, marks
 * that cut a number and numbers in words hide nothing. Findings come in the order of the text and do not overlap;
 * none of them carries the words that were found. It errs on the side of asking: only `certain` ones should stop
 * anybody.
 */
export function findPersonalInformation(text: string, options: PrivacyOptions = {}): PrivacyFinding[] {
  const written = normaliseVisible(text);
  const shown = withoutMarks(written);
  const spoken = withDigits(shown);
  const plain = [...findPrivateUse(text), ...findIn(written, (view) => findAll(view, options.names ?? []))];
  const found = withoutOverlaps(plain, text.length);
  const cut = shown === written ? [] : findIn(shown, (view) => findAll(view, options.names ?? []));
  const inWords = spoken === shown ? [] : findIn(spoken, (view) => findNumbers(blankWebAddresses(view)));
  const disguised = new Set([...cut, ...inWords].filter((detection) => !isTouchingAny(detection, found)));
  return withoutOverlaps([...found, ...disguised], text.length).map((detection) =>
    describe(detection, disguised.has(detection)),
  );
}

/** The text of a finding as it is read. */
export function readAsShown(written: string): string {
  return withDigits(withoutMarks(normaliseVisible(written))).text;
}

function findAll(folded: string, names: readonly string[]): Detection[] {
  const prose = blankWebAddresses(folded);
  return [
    ...findNumbers(prose),
    ...findMailAddresses(folded),
    ...findAddresses(prose),
    ...findKnownNames(prose, names),
    ...findHandles(prose),
    ...findNames(prose),
  ];
}

function findNumbers(prose: string): Detection[] {
  return [
    ...findMyNumbers(prose),
    ...findPersonalCodes(prose),
    ...findBankAccounts(prose),
    ...findPhoneNumbers(prose),
    ...findBirthDates(prose),
    ...findNumberPlates(prose),
  ];
}

/** Places in the view as places in what was written. */
function findIn(view: View, find: (text: string) => Detection[]): Detection[] {
  return find(view.text).map((detection) => ({
    ...detection,
    start: startOf(view, detection.start),
    end: endOf(view, detection.end - 1),
  }));
}

/** `found` in the order of the text and without overlaps. */
function isTouchingAny({ start, end }: Detection, found: readonly Detection[]): boolean {
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (found[low]?.start ?? Infinity) < end;
}

/** Of two findings at one place the certain one stays, then the longer one, then the one whose detector comes first. */
function withoutOverlaps(detections: readonly Detection[], length: number): Detection[] {
  const byWeight = [...detections].sort(
    (a, b) =>
      Number(b.certainty === 'certain') - Number(a.certainty === 'certain') || b.end - b.start - (a.end - a.start),
  );
  const isTaken = new Uint8Array(length);
  const kept = byWeight.filter(({ start, end }) => {
    if (isTaken.subarray(start, end).includes(1)) return false;
    isTaken.fill(1, start, end);
    return true;
  });
  return [...kept].sort((a, b) => a.start - b.start);
}

function describe({ kind, start, end, certainty }: Detection, isDisguised: boolean): PrivacyFinding {
  const message = (isDisguised ? disguisedWords : '') + privacyKinds[kind].message;
  return { kind, start, end, certainty, overridable: isOverridable(kind, certainty), message };
}

export interface PrivacyOptions {
  /** Names of people known to be in the text, such as the participants of an exported thread, as they are displayed. */
  names?: readonly string[];
}
