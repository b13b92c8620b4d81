import { escapeMarkup } from '../../model/index.ts';

/** What XML 1.0 cannot hold. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** A text as XML may hold it, in an element or an attribute; characters that it cannot hold are left out. */
export function xml(text: string): string {
  return escapeMarkup(text.replace(forbidden, ''));
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
