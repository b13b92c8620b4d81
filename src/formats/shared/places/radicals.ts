/**
 * The ideographs that the code points of the two radical blocks stand for, as runs from a first code point. Chromium and
 * Qt print a radical's code point for some 5 % of the characters (the font's glyph serves both); NFKC misses a third of them.
 */
const runs: readonly (readonly [number, string])[] = [
  [0x2e81, '厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵'],
  [
    0x2e9b,
    '旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马' +
      '骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
  ],
  [
    0x2f00,
    '一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日' +
      '曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行' +
      '衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠',
  ],
];

/**
 * Signs whose glyph serves another code point too, or that fonts put for what was written: a slash, dashes run together,
 * punctuation turned for vertical lines.
 */
const signs: Readonly<Record<string, string>> = {
  '\u2215': '／',
  '\u2e3a': '——',
  '\u2e3b': '———',
  '︐': '，',
  '︑': '、',
  '︒': '。',
  '︓': '：',
  '︔': '；',
  '︕': '！',
  '︖': '？',
  '︗': '〖',
  '︘': '〗',
  '︙': '…',
  '︰': '‥',
  '︱': '—',
  '︲': '–',
  '︵': '（',
  '︶': '）',
  '︷': '｛',
  '︸': '｝',
  '︹': '〔',
  '︺': '〕',
  '︻': '【',
  '︼': '】',
  '︽': '《',
  '︾': '》',
  '︿': '〈',
  '﹀': '〉',
  '﹁': '「',
  '﹂': '」',
  '﹃': '『',
  '﹄': '』',
};
const firstSign = 0x2215;
/** Ideographs that Unicode keeps twice, for old encodings. */
const duplicates = /^[\uf900-\ufaff]$/;

function buildTable(): ReadonlyMap<number, string> {
  const table = new Map(
    Object.entries(signs).map(([sign, written]) => [sign.charCodeAt(0), written]),
  );
  for (const [first, ideographs] of runs) {
    let code = first;
    for (const ideograph of ideographs) {
      table.set(code, ideograph);
      code += 1;
    }
  }
  return table;
}

const table = buildTable();

/** A glyph's text as its reader sees it: radical and duplicate code points become the ideographs they look like. */
export function printed(text: string): string {
  if (text.length > 1) return Array.from(text, printedCharacter).join('');
  return printedCharacter(text);
}

function printedCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < firstSign) return character;
  return table.get(code) ?? (duplicates.test(character) ? character.normalize('NFC') : character);
}
