/** What the admin page tells the desk; it is read from the page, because no script may stand in it. */
export function readSettings(root: HTMLElement): DeskSettings {
  return JSON.parse(root.dataset['settings'] ?? '{}') as DeskSettings;
}

export interface DeskSettings {
  /** The site's own path, with slashes at both ends. */
  base: string;
  /** `CMS_…` variables of the build. */
  environment: Record<string, string>;
  /** Addresses of the site's style sheets, for the preview. */
  styles: string[];
}
