import { damageKinds } from './damage/index.ts';
import type { DamageKind, Spelled, TextFormat } from './damage/index.ts';
import { randomOf } from './random.ts';
import type { Random } from './random.ts';
import { renderCells } from './render/cells.ts';
import { renderEmbedded, renderHtml } from './render/html.ts';
import { renderPipes } from './render/markdown.ts';
import { spell, spellings } from './render/spell.ts';
import { renderTabbed } from './render/tabbed.ts';
import type { Accept, ExpectedForm, Sample } from './types.ts';

/**
 * The ways in which a document is written down. `damagedAs` names the format whose damage it can show: tab rows in a markdown
 * file slide like any OCR text, pipe tables and embedded HTML do not.
 */
export const printings = {
  tabbed: { format: 'tabbed', damagedAs: 'tabbed' },
  cells: { format: 'cells', damagedAs: 'cells' },
  pipes: { format: 'markdown', damagedAs: 'markdown' },
  tabs: { format: 'markdown', damagedAs: 'tabbed' },
  embedded: { format: 'markdown', damagedAs: 'html' },
  html: { format: 'html', damagedAs: 'html' },
} as const satisfies Record<string, { format: TextFormat; damagedAs: TextFormat }>;
export type PrintingId = keyof typeof printings;

export interface PrintOptions {
  readonly printing: PrintingId;
  readonly seed: number;
  readonly damage: readonly DamageKind[];
}

export interface Printed {
  readonly text: string;
  readonly expected: readonly ExpectedForm[];
  readonly accept: readonly Accept[];
}

/** Two to four kinds of damage at once, none of them unsure. */
export function someDamage(seed: number): DamageKind[] {
  const random = randomOf(seed);
  const count = 2 + random.int(3);
  const sure = damageKinds.filter(({ unsure }) => unsure !== true);
  const chosen = new Set(Array.from({ length: count }, () => random.pick(sure)));
  return sure.filter((kind) => chosen.has(kind));
}

function write(
  printing: PrintingId,
  laid: readonly Sample[],
  spelled: readonly Spelled[],
  random: Random,
): string {
  // Forms begin on a page of their own, most of the time.
  const apart = random.chance(0.8);
  const blocks = spelled.flatMap((one, index) => [
    ...(apart && index > 0 ? [{ kind: 'page' } as const] : []),
    ...one.blocks,
  ]);
  if (printing === 'html' || printing === 'embedded') {
    const render = printing === 'html' ? renderHtml : renderEmbedded;
    return render(
      laid.flatMap((sample) => [...sample.blocks]),
      {
        breaks: random.pick(['br', 'p']),
        header: random.pick(['td', 'th']),
        dialect: random.pick(['plain', 'word', 'old', 'named']),
        nested: random.chance(0.2),
      },
    );
  }
  if (printing === 'cells')
    return renderCells(blocks, {
      blank: random.pick(['', '　']),
      gap: random.pick([[], [''], [' '], ['', '']]),
    });
  if (printing === 'pipes')
    return renderPipes(blocks, random.pick(['---', ':---:', '-', '---:']), random.chance(0.3));
  return renderTabbed(blocks, {
    headings: printing === 'tabs' ? 'markdown' : random.pick(['spaced', 'row']),
  });
}

/**
 * With one cell a line and no columns, a single figure beside 总分 may be its weight or its score: a reader may leave both open.
 */
function withLoneTotal(sample: Sample): Sample {
  const { expected, accept } = sample;
  if (
    expected.kind !== 'self-evaluation' ||
    (expected.total.weight === null) === (expected.total.score === null)
  )
    return sample;
  return { ...sample, accept: { ...accept, 'total/weight': [null], 'total/score': [null] } };
}

/** Renders forms, one after another, into one document of a text format, damaged on the way. */
export function print(
  samples: readonly Sample[],
  { printing, seed, damage }: PrintOptions,
): Printed {
  const random = randomOf(seed);
  const { damagedAs } = printings[printing];
  const kinds = damage.filter((kind) => kind.formats?.includes(damagedAs) ?? true);
  const spelling = random.pick(spellings);
  const laid = samples
    .map(printing === 'cells' ? withLoneTotal : (sample) => sample)
    .map((sample) =>
      kinds.reduce(
        (state, kind) => kind.layout?.(state, random, { format: damagedAs, spelling }) ?? state,
        sample,
      ),
    );
  const spelled = laid.map((sample) =>
    kinds.reduce<Spelled>((state, kind) => kind.spelled?.(state, random) ?? state, {
      blocks: spell(sample.blocks, { spelling, columns: printing === 'cells' ? 'once' : 'blanks' }),
      accept: sample.accept,
    }),
  );
  const text = kinds.reduce(
    (state, kind) => kind.text?.(state, random) ?? state,
    write(printing, laid, spelled, random),
  );
  return {
    text,
    expected: laid.map((sample) => sample.expected),
    accept: spelled.map((one) => one.accept),
  };
}
