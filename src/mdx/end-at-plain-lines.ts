import { blockQuote, list } from 'micromark-core-commonmark';
import type { Construct, Extension, ParseContext } from 'micromark-util-types';
import type { Processor } from 'unified';

/**
 * A remark plugin, to be used after all that bring syntax. A list, a quotation or a note ends with the first line that
 * does not continue it. CommonMark would take such a line for the rest of the last paragraph, because its authors wrap
 * lines by hand; here a line end is meant, and a sentence after a list is no part of its last item. For the same reason
 * a row of dashes is a rule, never the sign that makes a heading of the lines above.
 */
export function endAtPlainLines(this: Processor): void {
  const data = this.data();
  const extensions: Extension[] = (data.micromarkExtensions ?? []).flat() as Extension[];
  const endings = new WeakMap<ParseContext, number>();
  const watched = (constructs: Extension['document']) =>
    Object.fromEntries(
      Object.entries(constructs ?? {}).map(([code, found]) => [
        code,
        [found].flat().map((one) => watch(one as Construct, endings)),
      ]),
    );
  data.micromarkExtensions = [
    ...extensions.map((extension) =>
      extension.document ? { ...extension, document: watched(extension.document) } : extension,
    ),
    { document: { ...watched(containers), null: [endOfContainers(endings)] }, disable: { null: ['setextUnderline'] } },
  ];
}

/** By the code of the character that each begins with. */
const containers: Extension['document'] = Object.fromEntries([
  ...[...'*+-0123456789'].map((sign) => [sign.charCodeAt(0), list]),
  ['>'.charCodeAt(0), blockQuote],
]);

/** The construct, noting the line that does not continue it, unless that line begins another container. */
function watch(construct: Construct, endings: WeakMap<ParseContext, number>): Construct {
  const { continuation } = construct;
  if (!continuation) return construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const { parser } = this;
      return construct.tokenize.call(
        this,
        effects,
        (code) => {
          endings.delete(parser);
          return ok(code);
        },
        nok,
      );
    },
    continuation: {
      ...continuation,
      tokenize(effects, ok, nok) {
        const { parser } = this;
        const { line } = this.now();
        return continuation.tokenize.call(this, effects, ok, (code) => {
          endings.set(parser, line);
          return nok(code);
        });
      },
    },
  };
}

/**
 * The parser closes what is open when a line begins a new container. It first looks for one and then reads it: this one
 * is found once and is gone when it is to be read, so that the line is read as what it is.
 */
function endOfContainers(endings: WeakMap<ParseContext, number>): Construct {
  return {
    name: 'endOfContainers',
    tokenize(_effects, ok, nok) {
      const { parser } = this;
      const isEnd = endings.get(parser) === this.now().line;
      endings.delete(parser);
      return isEnd ? ok : nok;
    },
  };
}
