import type { Recogniser } from '../cover/types.ts';
import { body } from './body.ts';
import { fundsAcross } from './funds-across.ts';
import { heading } from './heading.ts';
import { leftOut, line } from './line.ts';
import { over } from './over.ts';
import { pairs, pairsHead } from './pairs.ts';
import { plan } from './plan.ts';
import { section } from './section.ts';
import { amounts, side } from './side.ts';
import { title } from './title.ts';
import { total } from './total.ts';
import { year } from './year.ts';

/** Every kind of block that a form is made of. They compete: their order decides nothing but ties. */
export const recognisers: readonly Recogniser[] = [
  title,
  year,
  section,
  heading,
  fundsAcross,
  plan,
  total,
  side,
  amounts,
  pairsHead,
  pairs,
  body,
  line,
  over,
  leftOut,
];
