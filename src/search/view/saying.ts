import { build, type Child } from './build.ts';

/**
 * A place for what is seen at once and heard when there is time: `show` puts it where nobody is told of it, `say` moves
 * it into a live region, which reads it out, once. Nothing stands there twice.
 */
export function createSaying(place: HTMLElement): Saying {
  const quiet = build('div');
  const live = build('div', { role: 'status' });
  place.append(quiet, live);
  let held = '';
  let about = '';

  const saying: Saying = {
    show: (parts, signature) => {
      quiet.replaceChildren(...parts.flat(3).filter((part): part is Node | string => Boolean(part)));
      const fresh = `${signature}\n${quiet.textContent}`;
      if (fresh === held && live.childNodes.length > 0) quiet.replaceChildren();
      else live.replaceChildren();
      held = fresh;
      about = signature;
      return saying;
    },
    isAbout: (signature) => signature === about,
    say: () => {
      if (quiet.childNodes.length > 0) live.replaceChildren(...quiet.childNodes);
    },
    clear: () => {
      held = about = '';
      quiet.replaceChildren();
      live.replaceChildren();
    },
  };
  return saying;
}

export interface Saying {
  /** What is shown for the same signature in the same words is not said again. */
  show: (parts: readonly Child[], signature: string) => Saying;
  isAbout: (signature: string) => boolean;
  say: () => void;
  clear: () => void;
}
