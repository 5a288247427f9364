import type { Audience } from '../schema/choices.ts';

declare global {
  interface ImportMetaEnv {
    /** The day of the build in Japan, ISO. All of these are set by astro.config.mjs. */
    readonly BUILD_DAY: string;
    readonly AUDIENCE: Audience;
    /** The folder that holds `content/` and `public/`. */
    readonly CONTENT_ROOT: string;
    /** The file for the texts of Q&As between loading and rendering. */
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

/** The ISO day in Japan with which review dates are compared. */
export const buildDay: string = import.meta.env.BUILD_DAY;
