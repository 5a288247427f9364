import data from '@mdn/browser-compat-data' with { type: 'json' };
import type { Identifier, SimpleSupportStatement, SupportStatement } from '@mdn/browser-compat-data';
import { browserFloor } from '../../strings/browser-floor.ts';

/** What some browser at the floor lacks, by MDN's tables of the language and of the objects of a page. */
export function findNewerNames(): NewerNames {
  const globals = new Set<string>();
  const statics = new Map<string, Set<string>>();
  const members = new Map<string, string>();
  const known = new Set<string>(ambiguous);
  const builtins = partsOf(data.javascript['builtins']);
  for (const [owner, group] of [...Object.entries(builtins), ...Object.entries(partsOf(data.api))]) {
    const isOwnerOld = isOld(group);
    if (!isOwnerOld) globals.add(owner);
    for (const [name, feature] of Object.entries(partsOf(group))) {
      if (!feature.__compat || !/^[a-z]\w*$/i.test(name)) continue;
      const bare = name.replace(/_static$/, '');
      if (isOwnerOld && isOld(feature)) known.add(bare);
      else if (isOwnerOld) {
        if (name !== bare || owner in builtins) statics.set(owner, (statics.get(owner) ?? new Set()).add(bare));
        if (name === bare && name !== owner && (owner in builtins || commonObjects.has(owner)))
          members.set(bare, `${owner}.${bare}`);
      }
    }
  }
  for (const name of known) members.delete(name);
  return { globals, statics, members };
}

function partsOf(group: Identifier | undefined): Record<string, Identifier> {
  const { __compat: _own, ...parts } = group ?? {};
  return parts as Record<string, Identifier>;
}

function isOld({ __compat }: Identifier): boolean {
  if (!__compat) return true;
  return Object.entries(browserFloor).every(([browser, floor]) =>
    hasSince(__compat.support[browser as 'chrome'], floor),
  );
}

function hasSince(support: SupportStatement | undefined, floor: number): boolean {
  const statements = (Array.isArray(support) ? support : [support]) as (SimpleSupportStatement | undefined)[];
  return statements.some((statement) => {
    const { version_added: added, version_removed: removed, flags, prefix, alternative_name: other } = statement ?? {};
    if (flags || prefix || other || removed || typeof added !== 'string' || added === 'preview') return false;
    return Number.parseFloat(added.replace('≤', '')) <= floor;
  });
}

/** Objects of a page whose members are looked for by name alone. */
const commonObjects = new Set(
  `Document Element HTMLElement HTMLInputElement HTMLDialogElement HTMLDetailsElement HTMLSelectElement HTMLTextAreaElement
  HTMLFormElement HTMLImageElement HTMLTemplateElement Node NodeList Window Navigator History Location URL URLSearchParams
  Request Response Headers AbortSignal Blob File FormData Selection Range DataTransfer Clipboard Crypto ElementInternals
  ShadowRoot CSSStyleSheet HTMLCanvasElement CanvasRenderingContext2D ImageBitmap ReadableStream Event`.split(/\s+/),
);

/**
 * Also what libraries call methods of their own; TypeScript refuses them for objects that it knows
 * (`tsconfig.browser.json`).
 */
const ambiguous =
  `addElement bytes chunks constructor difference displayName drop external fileName groupBy grow install intersection length
  login name prototype requestClose return states take toArray toBase64 toHex toString try union use values when with`.split(
    /\s+/,
  );

export interface NewerNames {
  globals: ReadonlySet<string>;
  /** Names that an object has of its own, by that object's name, as in `URL.canParse`. */
  statics: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names that are missed wherever they are called, with an object that has them. */
  members: ReadonlyMap<string, string>;
}
