/** The named characters that exporters of forms leave behind; anything rarer stays as it is printed. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  cent: '¢',
  copy: '©',
  deg: '°',
  divide: '÷',
  emsp: '\u2003',
  ensp: '\u2002',
  ge: '≥',
  geq: '≥',
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  le: '≤',
  leq: '≤',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  minus: '−',
  nbsp: '\u00a0',
  ndash: '–',
  ne: '≠',
  permil: '‰',
  plusmn: '±',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  reg: '®',
  rsquo: '’',
  sup2: '²',
  sup3: '³',
  thinsp: '\u2009',
  times: '×',
  yen: '¥',
  zwj: '\u200d',
  zwnj: '\u200c',
};

/** What `&nbsp;`, `&#8805;` or `&#x2265;` stands for; null where it stands for nothing that can be shown. */
export function decodeEntity(entity: string): string | null {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return Object.hasOwn(named, name) ? (named[name] ?? null) : null;
  const hexadecimal = /^#x([0-9a-f]{1,6})$/i.exec(name)?.[1];
  const decimal = /^#(\d{1,7})$/.exec(name)?.[1];
  const code =
    hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal ?? Number.NaN);
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return null;
  return String.fromCodePoint(code);
}
