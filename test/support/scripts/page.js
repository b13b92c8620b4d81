/** Bundles the review page's program and style into src/report/html/assets.ts (npm run page). */
import { writeFileSync } from 'node:fs';
import { assetsOf, assetsFile } from './page-assets.js';

writeFileSync(assetsFile, await assetsOf());
