const longest = 80;

/** A text in one line that cannot steer a terminal: control and format characters and runs of white space become a space. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

/** A piece of a file made fit to stand inside a message. */
export function excerpt(text: string): string {
  // A code point takes at most two units.
  const characters = [...oneLine(text.slice(0, longest * 20)).slice(0, longest * 2 + 2)];
  return characters.length > longest
    ? `${characters.slice(0, longest).join('')}…`
    : characters.join('');
}
