/// <reference types="vite/client" />
import styles from '../../styles/suggestions.css?url';
import { openSuggestBox } from './suggest-box.ts';

// The list never shows before its style sheet; without the sheet, it is at least there.
await new Promise((settle) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = styles;
  link.onload = link.onerror = settle;
  document.head.append(link);
});

// How `suggest-element.ts`, which fetches this, gets at it.
Object.assign(customElements.get('qa-suggest') ?? {}, { openBox: openSuggestBox });
