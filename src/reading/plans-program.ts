import './bring-styles.ts';
import './diagram-element.ts';
import './timeline-element.ts';
