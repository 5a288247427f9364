import type { Audience } from '../schema/choices.ts';

declare global {
  interface ImportMetaEnv {
    /** What readers may see. All of these are set by the build's configuration. */
    readonly AUDIENCE: Audience;
    /** The folder of the content store, from which pages are made. */
    readonly CONTENT_STORE: string;
    /**
     * Whether pictures for chats are drawn. Not named CARDS, because Astro would replace that with the text of the
     * environment variable.
     */
    readonly DRAWS_CARDS: boolean;
    /** Where readers' notes go; '' for neither. */
    readonly FEEDBACK: { readonly url: string; readonly mail: string };
    /** Who runs the site, whom to ask, and the address of オンライン市役所; '' where it is not set. */
    readonly OPERATION: { readonly operator: string; readonly contact: string; readonly cityHall: string };
  }
}
