import { measureText } from '../shared/shape.ts';

export const extensions = ['txt', 'tsv', 'tab'];

/** Any text may be read as `tabbed` in the end; tabs between texts make it likely. */
export function sniff(head: Uint8Array): number {
  const shape = measureText(head);
  if (shape === null) return 0;
  return shape.tabLines > 0 ? 0.6 : 0.1;
}
