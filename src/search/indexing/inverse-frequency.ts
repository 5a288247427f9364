/** Pagefind's own formula, so that what is settled here fits what it multiplies with. */
export function inverseFrequency(documents: number, containing: number): number {
  return Math.log(1 + (documents - containing + 0.5) / (containing + 0.5));
}
