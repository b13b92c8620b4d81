/**
 * Prints what the program costs, as ratios that hold from one machine to the next: `npm run bench`, or
 * `npm run bench -- startup` for one part.
 */
const parts = {
  startup: () => import('./startup.js'),
  parse: () => import('./parse.js'),
  pdf: () => import('./pdf.js'),
  docx: () => import('./docx.js'),
  batch: () => import('./batch.js'),
};

const wanted = process.argv.slice(2);
for (const [name, load] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  const { run } = await load();
  await run();
}
