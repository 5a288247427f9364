import type { DraftStatus } from '../../protocol/entry-shapes.ts';

/** What Decap's bundle puts on `window`, as far as the desk uses it. Its values are Immutable collections. */
declare global {
  interface Window {
    CMS?: Cms;
    CMS_MANUAL_INIT?: boolean;
    /** React's `createElement`. */
    h?: CreateElement;
    createClass?: (definition: object) => ComponentClass;
  }
}

/** The parts of Decap, once its script has run. */
export function decap(): Decap {
  const { CMS: cms, h, createClass } = window;
  if (!cms || !h || !createClass) throw new Error('Decap is not loaded.');
  return { cms, h, createClass };
}

export interface Decap {
  cms: Cms;
  h: CreateElement;
  createClass: (definition: object) => ComponentClass;
}

interface Cms {
  init(options: { config: object }): void;
  registerBackend(
    name: string,
    backend: new (
      config: DecapConfig,
      options: { useWorkflow?: boolean; initialWorkflowStatus?: DraftStatus },
    ) => object,
  ): void;
  registerCustomFormat(name: string, extension: string, format: EntryFormat): void;
  registerEventListener(listener: {
    name: 'preSave' | 'postSave' | 'prePublish';
    handler: (event: { entry: ImmutableMap }) => unknown;
  }): void;
  registerLocale(locale: string, phrases: object): void;
  getLocale(locale: string): object | undefined;
  getWidget(name: string): { control: ComponentClass } | undefined;
  registerPreviewStyle(address: string): void;
  registerPreviewTemplate(collection: string, component: ComponentClass): void;
  registerWidget(name: string, control: ComponentClass, preview?: ComponentClass): void;
}

/** `fromFile` reads a file for the form, `toFile` writes the form's values. */
export interface EntryFormat {
  fromFile(text: string): Record<string, unknown>;
  toFile(data: Record<string, unknown>, formOrder?: readonly string[]): string;
}

export interface DecapConfig {
  backend: { name: string; proxy_url?: string };
  media_folder: string;
}

export interface ImmutableMap {
  get(key: string, otherwise?: unknown): unknown;
  getIn(path: readonly (string | number)[], otherwise?: unknown): unknown;
  has(key: string): boolean;
  set(key: string, value: unknown): ImmutableMap;
  delete(key: string): ImmutableMap;
  /** An ordered map. */
  sortBy(read: (value: unknown) => unknown, compare?: (one: unknown, other: unknown) => number): ImmutableMap;
  toJS(): Record<string, unknown>;
}

export interface ImmutableList {
  clear(): ImmutableList;
  concat(values: readonly unknown[]): ImmutableList;
  toJS(): unknown[];
}

/** A plain value from what may be an Immutable collection. */
export function toPlain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'toJS' in value && typeof value.toJS === 'function'
    ? (value.toJS as () => unknown)()
    : value;
}

type CreateElement = (type: string | ComponentClass, props?: object | null, ...children: unknown[]) => unknown;
export type ComponentClass = new (props: never) => object;
