import { isKeyOf, organisationKinds, shortPopulationBands } from './choices.ts';

/** Whom answers come from in a few letters: `市5〜10万ほか`; what is unknown is left out. */
export function sayBodiesInShort(bodies: readonly { kind: string; population: string }[]): string {
  const known = bodies.flatMap(({ kind, population }) => {
    if (kind === 'unknown' || !isKeyOf(organisationKinds, kind)) return [];
    const size =
      kind !== 'prefecture' && isKeyOf(shortPopulationBands, population) ? shortPopulationBands[population] : '';
    return [`${organisationKinds[kind]}${size}`];
  });
  const [first = '', ...others] = new Set(known);
  return others.length === 0 ? first : `${first}ほか`;
}
