import type { Catalogue } from '../questions/catalogue.ts';
import { decap, type ImmutableMap } from '../decap/decap.ts';
import type { Html } from '../../../src/partials/html.ts';
import type { PreviewContext } from './read-form.ts';
import { renderEvent, renderGroup, renderPride, renderTopic, renderVocabulary } from './render-others.ts';
import { renderQa } from './render-qa.ts';

/** Shows each collection's entries as the site will, with the site's own styles, while they are typed. */
export function registerPreviews({ base, styles, catalogue, today }: PreviewOptions): void {
  const { cms } = decap();
  const context: PreviewContext & { topicNames: Map<string, string> } = { base, today, topicNames: new Map() };
  void catalogue.load().then(({ topics }) => topics.forEach(({ id, name }) => context.topicNames.set(id, name)));
  for (const address of styles) cms.registerPreviewStyle(address);
  for (const [collection, render] of Object.entries(renderers))
    cms.registerPreviewTemplate(
      collection,
      createPreview((data) => render(data, context), base),
    );
}

/** An entry's page as markup; the fields may be half filled. */
export function renderEntry(collection: string, data: Record<string, unknown>, context: PreviewContext): string {
  return renderers[collection]?.(data, context).text ?? '';
}

const renderers: Record<string, (data: Record<string, unknown>, context: PreviewContext) => Html> = {
  qa: renderQa,
  events: renderEvent,
  pride: renderPride,
  topics: renderTopic,
  groups: renderGroup,
  vocabulary: renderVocabulary,
};

function createPreview(render: (data: Record<string, unknown>) => Html, base: string) {
  const { h, createClass } = decap();
  return createClass({
    componentDidMount(this: Preview) {
      const { document } = this.props;
      document?.documentElement.setAttribute('lang', 'ja');
      document?.defaultView?.frameElement?.setAttribute('title', '公開したときの見え方');
      // A link would put another page in the place of the preview.
      this.host?.addEventListener('click', (event) => {
        if (event.composedPath().some((part) => 'href' in part)) event.preventDefault();
      });
      this.draw();
    },
    componentDidUpdate(this: Preview) {
      // A long page is drawn once typing pauses.
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.draw(), 120);
    },
    componentWillUnmount(this: Preview) {
      clearTimeout(this.timer);
    },
    draw(this: Preview) {
      const data = this.props.entry.get('data') as ImmutableMap | undefined;
      if (!this.host || !data) return;
      const { text } = render(data.toJS());
      if (text !== this.drawn) this.host.innerHTML = text;
      this.drawn = text;
      // Decap draws anew once a picture has come from the server.
      for (const image of this.host.querySelectorAll('img')) showDraftImage(image, base, this.props.getAsset);
    },
    render(this: Preview) {
      return h('div', {
        ref: (element: HTMLElement | null) => {
          this.host = element;
        },
      });
    },
  });
}

/**
 * A picture that the site does not hold, as of a draft or of an entry for members, comes from the form or the server.
 */
function showDraftImage(image: HTMLImageElement, base: string, getAsset: Preview['props']['getAsset']): void {
  // Until the server has answered, Decap gives an empty picture: the address is kept for the next time.
  const address = image.dataset['address'] ?? image.getAttribute('src') ?? '';
  if (!address.startsWith(`${base}images/`)) return;
  image.dataset['address'] = address;
  const asset = getAsset(address.split('/').at(-1) ?? '')?.toString();
  if (asset !== undefined && asset !== '' && asset.startsWith('blob:') && image.src !== asset) {
    Object.assign(image, { loading: 'eager', src: asset });
  }
}

interface PreviewOptions {
  base: string;
  styles: readonly string[];
  catalogue: Catalogue;
  today: string;
}

interface Preview {
  host: HTMLElement | null;
  drawn?: string;
  timer?: ReturnType<typeof setTimeout>;
  draw(): void;
  props: { entry: ImmutableMap; document?: Document; getAsset(path: string): { toString(): string } | undefined };
}
