import {
  organisationKinds,
  populationBands,
  type OrganisationKind,
  type PopulationBand,
  type Provenance,
} from '../schema/choices.ts';
import { prefectures } from '../schema/prefectures.ts';
import type { AnsweredBy, Qa } from '../schema/qa.ts';

/** `人口5万人以上10万人未満の市（岐阜県）`; what is unknown is left out. */
export function describeAnswerer(by: AnsweredBy): string {
  const prefecture = prefectureName(by.prefecture);
  if (by.kind === 'unknown') return by.label ? `${by.label}（${prefecture}）` : `${prefecture}の職員`;
  const size = by.population === 'unknown' || by.kind === 'prefecture' ? '' : `${populationBands[by.population]}の`;
  const label = by.label ? `・${by.label}` : '';
  return by.kind === 'prefecture'
    ? `${prefecture}${label}`
    : `${size}${organisationKinds[by.kind]}（${prefecture}）${label}`;
}

/** How the answerer is introduced: in an example nobody has answered, it is written for such an organisation. */
export function introduceAnswerer(by: AnsweredBy, provenance: Provenance): string {
  return provenance === 'sample' ? `${describeAnswerer(by)}を想定` : describeAnswerer(by);
}

/** Distinct kinds and bands of a Q&A's answers, for filters. */
export function answererFacets(qa: Pick<Qa, 'answers'>): { kinds: OrganisationKind[]; populations: PopulationBand[] } {
  return {
    kinds: [...new Set(qa.answers.map((answer) => answer.by.kind))],
    populations: [...new Set(qa.answers.map((answer) => answer.by.population))],
  };
}

export function prefectureName(id: string): string {
  return prefectures.find((prefecture) => prefecture.id === id)?.name ?? id;
}
