import { foldText } from '../../text/fold-text.ts';
import type { IndexDocument } from '../index-format.ts';
import { compoundsIn, standAlone } from './collect-loans.ts';
import { readingsIn, type GivenReading } from './learn-readings.ts';
import { pickAliases } from './pick-aliases.ts';

/** What one page tells of words, before any of its words are cut. */
export function readFacts(document: IndexDocument): Facts {
  const { question, summary, aliases, sections } = document;
  const folded = foldText([question, summary, ...aliases, ...sections.map((section) => section.text)].join('\n'));
  return {
    alone: standAlone(folded),
    compounds: compoundsIn(folded + foldText(sections.map(({ heading }) => `\n${heading}`).join(''))),
    readings: readingsIn(document),
    telling: pickAliases(document),
  };
}

export interface Facts {
  /** Katakana words that no other katakana stands beside. */
  readonly alone: readonly string[];
  /** Katakana that is long enough to be made of several words. */
  readonly compounds: string;
  readonly readings: readonly GivenReading[];
  /** Aliases that a result may have to show. */
  readonly telling: readonly string[];
}
