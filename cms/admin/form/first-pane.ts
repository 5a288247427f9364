/**
 * On a narrow screen the form stands first and the preview is asked for; Decap would open both. What somebody chose on
 * a wide screen is kept for there. To be called before Decap loads.
 */
export function showFormFirst(view: Window): void {
  const narrow = view.matchMedia('(max-width: 799px)');
  const settle = () => {
    const chosen = view.localStorage.getItem(decapKey);
    const onWide = view.localStorage.getItem(ownKey);
    if (narrow.matches) {
      if (onWide === null) view.localStorage.setItem(ownKey, chosen ?? 'preview');
      view.localStorage.setItem(decapKey, 'none');
    } else if (onWide !== null) {
      view.localStorage.setItem(decapKey, onWide);
      view.localStorage.removeItem(ownKey);
    }
  };
  settle();
  view.addEventListener('hashchange', settle);
}

/** Where Decap keeps what stands beside the form. */
const decapKey = 'cms.right-pane';
const ownKey = 'kenjinkai.right-pane-on-wide';
