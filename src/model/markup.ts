const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as it stands in HTML or XML, in an element or an attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => entities[character] ?? character);
}
