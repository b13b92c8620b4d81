/** A line that heads what stands below it, without what marks it as such. */
export interface HeadingLine {
  readonly text: string;
  /** Its characters before and behind are only markup. */
  readonly isHeading: boolean;
}

/** How markups write a heading; each keeps its words in the first group. */
const styles: readonly RegExp[] = [
  // Markdown: `## 标题 ##`
  /^ {0,3}#{1,6}(?![#\d])[ \t]*(.*?)[ \t]*#*$/u,
  // DokuWiki, MediaWiki: `===== 标题 =====`
  /^\s*(?:={1,6})[ \t]*([^=\s][^=]*?)[ \t]*={1,6}\s*$/u,
  // AsciiDoc: `== 标题`
  /^={1,6}[ \t]+(\p{Script=Han}.*)$/u,
  // Jira, Confluence, Textile: `h2. {anchor:x}标题`
  /^\s*h[1-6]\.[ \t]+(.+)$/u,
  // reStructuredText: `.. rubric:: 标题`
  /^\.\.[ \t]+(?:rubric|table|csv-table|list-table|title)::[ \t]*(.*)$/u,
];

/** What markups hang on a heading: `{#id .class}`, `{#}`, `{anchor:x}`. */
const attributes = /\s*\{[#.][^{}]{0,200}\}\s*$|\{anchor:[^{}]{0,200}\}/gu;

/** Longer lines are text, of which only what opens it may be markup. */
const longest = 400;

/** A line without a heading's markup, whatever wrote it. */
export function headingOf(line: string): HeadingLine {
  if (line.length > longest) {
    const marks = /^ {0,3}#{1,6}(?![#\d])/u.exec(line)?.[0] ?? '';
    return { text: line.slice(marks.length).trim(), isHeading: marks !== '' };
  }
  for (const style of styles) {
    const words = style.exec(line)?.[1];
    if (words !== undefined) return { text: words.replace(attributes, '').trim(), isHeading: true };
  }
  return { text: line, isHeading: false };
}
