import { decap, toPlain, type ImmutableList, type ImmutableMap } from '../decap/decap.ts';

/**
 * Registers a form field that is plain DOM. Decap mounts it as a React component; what happens inside is the view's own
 * business, so that typing never waits for React and an input method is never disturbed.
 */
export function registerControl(name: string, createView: CreateView): void {
  const { cms, h, createClass } = decap();
  const control = createClass({
    componentDidMount(this: Instance) {
      if (this.host) this.view = createView(this.host, connect(this));
      this.view?.show(toPlain(this.props.value));
    },
    componentDidUpdate(this: Instance) {
      this.view?.show(toPlain(this.props.value));
    },
    componentWillUnmount(this: Instance) {
      this.view?.destroy?.();
    },
    isValid(this: Instance) {
      const message = this.view?.findError?.();
      return message === undefined ? true : { error: { type: 'CUSTOM', message } };
    },
    focus(this: Instance) {
      this.view?.focus?.();
    },
    render(this: Instance) {
      return h('div', {
        ref: (element: HTMLElement | null) => {
          this.host = element;
        },
        className: `kj-control ${this.props.classNameWrapper}`,
        onFocus: this.props.setActiveStyle,
        onBlur: this.props.setInactiveStyle,
      });
    },
  });
  cms.registerWidget(name, control);
}

function connect(instance: Instance): Field {
  const setting = (key: string) => instance.props.field.get(key);
  return {
    inputId: instance.props.forID,
    label: String(setting('label') ?? ''),
    typePath: String(setting('type_path') ?? ''),
    setting,
    collection: () => String(instance.props.collection.get('name')),
    entry: () => toPlain(instance.props.getEntry()) as EntryInForm,
    value: () => toPlain(instance.props.value),
    change: (value) => {
      if (toPlain(instance.props.value) !== value) instance.props.onChange(value);
    },
    // Decap keeps lists as Immutable ones, and only its own bundle can make them.
    changeList: (values) =>
      instance.props.onChange((instance.props.collection.get('fields') as ImmutableList).clear().concat(values)),
    keepImage: async (file) => void (await instance.props.onPersistMedia(file, {})),
  };
}

export type CreateView = (host: HTMLElement, field: Field) => ControlView;

export interface ControlView {
  /** Shows a value that may or may not be the one shown already. */
  show(value: unknown): void;
  /** Japanese sentence that stops saving. */
  findError?(): string | undefined;
  focus?(): void;
  destroy?(): void;
}

export interface Field {
  /** Id that the field's label points to. */
  inputId: string;
  label: string;
  typePath: string;
  setting(key: string): unknown;
  collection(): string;
  entry(): EntryInForm;
  value(): unknown;
  change(value: unknown): void;
  changeList(values: readonly unknown[]): void;
  /** Puts an image beside the entry, to be saved with it. */
  keepImage(file: File): Promise<void>;
}

interface EntryInForm {
  newRecord?: boolean;
  slug?: string;
  data?: Record<string, unknown>;
}

interface Instance {
  host: HTMLElement | null;
  view?: ControlView;
  props: {
    value: unknown;
    forID: string;
    field: ImmutableMap;
    collection: ImmutableMap;
    classNameWrapper: string;
    getEntry(): unknown;
    onChange(value: unknown): void;
    onPersistMedia(file: File, options: object): Promise<unknown>;
    setActiveStyle(): void;
    setInactiveStyle(): void;
  };
}
