import {
  isKeyOf,
  organisationKinds,
  populationBands,
  type OrganisationKind,
  type PopulationBand,
} from '../../schema/choices.ts';
import { searchMessages as words } from '../../strings/search.ts';
import { build } from './build.ts';
import { openDeviceList } from './device-list.ts';

/** What the reader has said of the own body. It stays on this device: no address and no request holds it. */
export function openOwnBody(list = openDeviceList('kenjinkai:own-body', 2)): OwnBodyStore {
  const read = (): OwnBody | undefined => {
    const kept = Object.fromEntries(list.read().map((item) => item.split('=') as [string, string]));
    const kind =
      isKeyOf(organisationKinds, kept['kind'] ?? '') && isTelling(kept['kind'] ?? '')
        ? (kept['kind'] as OrganisationKind)
        : undefined;
    const population =
      isKeyOf(populationBands, kept['population'] ?? '') && isTelling(kept['population'] ?? '')
        ? (kept['population'] as PopulationBand)
        : undefined;
    return kind === undefined && population === undefined ? undefined : { kind, population };
  };
  return {
    read,
    write: ({ kind, population }) => {
      list.clear();
      if (population !== undefined) list.add(`population=${population}`);
      if (kind !== undefined) list.add(`kind=${kind}`);
    },
    clear: () => list.clear(),
  };
}

/**
 * What is alike between the reader's body and one of those who answered; `bodies` as the index writes it:
 * `city/from-50k town/from-10k`.
 */
export function describeLikeness(own: OwnBody | undefined, bodies: string): string | undefined {
  const others = bodies.split(' ').map((body) => body.split('/'));
  const ofKind = others.filter(([kind]) => own?.kind !== undefined && kind === own.kind);
  const ofSize = others.filter(
    ([kind, population]) => own?.population !== undefined && kind !== 'prefecture' && population === own.population,
  );
  const kindName = own?.kind === undefined ? '' : organisationKinds[own.kind];
  if (ofKind.some((body) => ofSize.includes(body))) return words.sameSizeOf(kindName);
  if (ofKind.length > 0) return words.sameKind(kindName);
  return ofSize.length > 0 ? words.sameSize : undefined;
}

/** A small disclosure with two choices, and a button beside it that takes them back. */
export function showOwnBody(store: OwnBodyStore, refresh: () => void): HTMLElement {
  const summary = build('summary');
  const kind = choice(words.ownKind, organisationKinds);
  const population = choice(words.ownSize, populationBands);
  const clear = build('button', { type: 'button', class: 'text-button' }, words.clearOwnBody);
  const told = build('p', { class: 'own-body-told' });
  const show = (): void => {
    const own = store.read();
    summary.textContent = words.ownBody;
    kind.select.value = own?.kind ?? '';
    population.select.value = own?.population ?? '';
    told.textContent =
      own === undefined
        ? ''
        : words.ownBodyIs([
            own.population === undefined ? '' : populationBands[own.population],
            own.kind === undefined ? '' : organisationKinds[own.kind],
          ]);
    told.hidden = clear.hidden = own === undefined;
  };
  const change = (): void => {
    store.write({
      kind: (kind.select.value || undefined) as OrganisationKind | undefined,
      population: (population.select.value || undefined) as PopulationBand | undefined,
    });
    show();
    refresh();
  };
  for (const { select } of [kind, population]) select.addEventListener('change', change);
  clear.addEventListener('click', () => {
    store.clear();
    show();
    refresh();
    summary.focus();
  });
  show();
  const help = build('p', { class: 'own-body-help' }, words.ownBodyHelp);
  const panel = build('div', { class: 'facet-panel' }, help, kind.label, population.label);
  return build('div', { class: 'own-body' }, build('details', { class: 'facet' }, summary, panel), told, clear);
}

function choice(
  label: string,
  table: Readonly<Record<string, string>>,
): { label: HTMLLabelElement; select: HTMLSelectElement } {
  const options = Object.entries(table).filter(([value]) => isTelling(value));
  const select = build(
    'select',
    {},
    build('option', { value: '' }, words.notChosen),
    ...options.map(([value, name]) => build('option', { value }, name)),
  );
  return { label: build('label', {}, build('span', {}, label), select), select };
}

function isTelling(value: string): boolean {
  return value !== 'unknown' && value !== 'other';
}

export interface OwnBody {
  readonly kind: OrganisationKind | undefined;
  readonly population: PopulationBand | undefined;
}

export interface OwnBodyStore {
  readonly read: () => OwnBody | undefined;
  readonly write: (own: OwnBody) => void;
  readonly clear: () => void;
}
