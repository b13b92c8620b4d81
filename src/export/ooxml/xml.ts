/** What XML 1.0 cannot hold. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as XML may hold it, in an element or an attribute; characters that it cannot hold are left out. */
export function xml(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"]/gu, (character) => entities[character] ?? '');
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
