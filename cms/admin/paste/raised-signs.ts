/**
 * `10⁵` and `H₂O` in Unicode's own signs: our texts have no mark for raised letters, and `105` would be another number.
 */
export function raise(text: string): string {
  return (
    replaceAll(text, raised) ??
    (/^[A-Za-z0-9+\-*/=() .,−]+$/.test(text) && /[0-9+*/=−]/.test(text) ? `^(${text.trim()})` : text)
  );
}

export function lower(text: string): string {
  return replaceAll(text, lowered) ?? text;
}

const raised = new Map(zip('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'));
const lowered = new Map(zip('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'));

function zip(from: string, to: string): [string, string][] {
  return [...from].map((sign, index) => [sign, [...to][index] ?? sign]);
}

/** Undefined where a sign has no raised twin. */
function replaceAll(text: string, twins: ReadonlyMap<string, string>): string | undefined {
  const signs = [...text.normalize('NFKC').trim()].map((sign) => twins.get(sign));
  return signs.every((sign) => sign !== undefined) ? signs.join('') : undefined;
}
