import { findAddresses } from './address.ts';
import type { Detection, PrivacyFinding } from './finding.ts';
import { isOverridable, privacyKinds } from './finding.ts';
import { blankWebAddresses, foldInPlace } from './fold-in-place.ts';
import { findHandles } from './handle.ts';
import { findMailAddresses } from './mail.ts';
import { findMyNumbers } from './my-number.ts';
import { findKnownNames } from './known-name.ts';
import { findNames } from './name.ts';
import { findPhoneNumbers } from './phone.ts';
import { findPrivateUse } from './private-use.ts';

/**
 * Looks for what must never be published. Findings come in the order of the text and do not overlap; none of them carries the
 * words that were found. It errs on the side of asking: only `certain` ones should stop anybody.
 */
export function findPersonalInformation(text: string, options: PrivacyOptions = {}): PrivacyFinding[] {
  const folded = foldInPlace(text);
  const prose = blankWebAddresses(folded);
  const detections = [
    ...findPrivateUse(text),
    ...findMyNumbers(prose),
    ...findMailAddresses(folded),
    ...findPhoneNumbers(prose),
    ...findAddresses(prose),
    ...findKnownNames(prose, options.names ?? []),
    ...findHandles(prose),
    ...findNames(prose),
  ];
  return withoutOverlaps(detections, text.length).map(describe);
}

/** Of two findings at one place the certain one stays, then the longer one, then the one whose detector comes first. */
function withoutOverlaps(detections: readonly Detection[], length: number): Detection[] {
  const byWeight = detections.toSorted((a, b) => Number(b.certainty === 'certain') - Number(a.certainty === 'certain') || b.end - b.start - (a.end - a.start));
  const isTaken = new Uint8Array(length);
  const kept = byWeight.filter(({ start, end }) => {
    if (isTaken.subarray(start, end).includes(1)) return false;
    isTaken.fill(1, start, end);
    return true;
  });
  return kept.toSorted((a, b) => a.start - b.start);
}

function describe({ kind, start, end, certainty }: Detection): PrivacyFinding {
  const { message } = privacyKinds[kind];
  return { kind, start, end, certainty, overridable: isOverridable(kind, certainty), message };
}

export interface PrivacyOptions {
  /** Names of people known to be in the text, such as the participants of an exported thread, as they are displayed. */
  names?: readonly string[];
}
