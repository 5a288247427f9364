import './bring-styles.ts';
import './checklist-element.ts';
import './current-section.ts';
import './print-page.ts';
import './tables-element.ts';
