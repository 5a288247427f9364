/// <reference types="vite/client" />
import styles from '../styles/live-parts.css?url';

/** The style sheet of what the programs add to a page. */
if (!document.querySelector('[data-live-parts]')) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = styles;
  link.dataset['liveParts'] = '';
  document.head.append(link);
}
