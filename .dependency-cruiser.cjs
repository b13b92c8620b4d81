/**
 * The borders between the rooms of `src`, each with its reason. `everyone` may be imported from everywhere;
 * a room may import itself, `everyone` and what stands here, nothing else.
 */
const everyone = ['model', 'number', 'messages'];
const stages = ['formats', 'stitch', 'forms', 'audit'];
const rooms = {
  model: { may: [], because: 'the plain types stand on nothing' },
  number: { may: ['model'], because: 'printed decimals know nothing of forms' },
  messages: { may: [], because: 'words need only a code and its data' },
  lexicon: { may: ['model'], because: "the form's words are data" },
  schema: {
    may: ['model', 'number'],
    because: 'the public JSON depends on no stage that fills it',
  },
  stitch: {
    may: ['model', 'number', 'lexicon'],
    because: 'tables are mended before anyone knows the form',
  },
  forms: {
    may: ['model', 'number', 'lexicon', 'schema', 'stitch'],
    because: 'readers see whole tables, never a format',
  },
  audit: {
    may: ['model', 'number', 'lexicon', 'schema'],
    because: 'rules judge a form, wherever it came from',
  },
  report: {
    may: ['model', 'schema', 'number', 'export'],
    because: 'a report is a pure function of a result; the page lays a form out as an export does',
  },
  export: { may: ['model', 'schema', 'number'], because: 'an export is a pure function of a form' },
  pipeline: {
    may: [...stages, 'schema', 'model'],
    because: 'the library reads no disk and prints nothing',
  },
  files: { may: ['model', 'pipeline', 'report'], because: 'the disk is touched in one place' },
  cli: {
    may: ['pipeline', 'files', 'report', 'export', 'audit', 'formats', 'schema', 'model'],
    because: 'the command line is thin: options in, text out',
  },
};

const border = ([room, { may, because }]) => {
  const open = [room, ...(everyone.includes(room) ? [] : everyone), ...may];
  return {
    name: `border-${room}`,
    comment: because,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: { path: '^src/', pathNot: `^src/(${open.join('|')})/` },
  };
};

const only = (name, because, target, home) => ({
  name,
  comment: because,
  severity: 'error',
  from: { path: '^src/', pathNot: home },
  to: { path: target },
});

const packages = (...names) => names.map((name) => `^node_modules/${name}/`);

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(border),
    {
      name: 'border-formats',
      comment: 'an adapter knows the tables and the words, and no other adapter',
      severity: 'error',
      from: { path: '^src/formats/([^/]+)/' },
      to: {
        path: '^src/',
        pathNot: '^src/(model|number|messages|lexicon)/|^src/formats/(shared|$1)/',
      },
    },
    {
      name: 'border-formats-registry',
      comment: 'the registry knows its adapters, nothing else',
      severity: 'error',
      from: { path: '^src/formats/[^/]+\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(model|number|messages|lexicon|formats)/' },
    },
    {
      name: 'forms-read-what-stitch-made',
      comment: 'whole forms are data: their shape is known here, the code that makes them is not',
      severity: 'error',
      from: { path: '^src/forms/' },
      to: { path: '^src/stitch/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'border-public-face',
      comment: 'src/index.ts re-exports; what it may name is what the library promises',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(pipeline|schema|audit|model|messages)/' },
    },
    {
      name: 'rooms-are-listed',
      comment: 'a new folder of src needs a line in this table',
      severity: 'error',
      from: {},
      to: {
        path: '^src/[^/]+/',
        pathNot: `^src/(${[...Object.keys(rooms), 'formats'].join('|')})/`,
      },
    },
    {
      name: 'no-circular',
      comment: 'a document flows one way',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'src-stands-alone',
      comment: 'the program never reaches into its tests or benchmarks',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|fixtures|docs)/' },
    },
    {
      name: 'disk-only-in-files',
      comment: 'every other folder works in memory; outside programs come in as a port',
      severity: 'error',
      // pdfjs loads packed cMaps from its own package: the one exception.
      from: { path: '^src/', pathNot: '^src/files/|^src/formats/pdf/cmaps\\.ts$' },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|fs/promises|child_process|worker_threads|cluster|net|http|https)$',
      },
    },
    {
      name: 'no-dev-packages',
      comment:
        'what users install must be a dependency; DuckDB is an optional peer, asked for before it is used',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        pathNot: '^node_modules/@duckdb/',
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown', 'undetermined'],
      },
    },
    {
      name: 'no-unresolvable',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: { path: '^(src|test)/' },
      to: { couldNotResolve: true },
    },
    only(
      'commander-in-cli',
      'the library parses no command line',
      packages('commander'),
      '^src/cli/',
    ),
    only('zod-in-schema', 'shapes are declared once', packages('zod'), '^src/schema/'),
    only(
      'decimals-in-number',
      'arithmetic goes through src/number',
      packages('decimal\\.js'),
      '^src/number/',
    ),
    only(
      'readers-in-formats',
      'a format library is the business of its adapter',
      packages(
        '@e965/xlsx',
        'cheerio',
        'dingbat-to-unicode',
        'htmlparser2',
        'mammoth',
        'pdf-parse',
        'pdfjs-dist',
        'saxes',
        'yauzl',
      ),
      '^src/formats/',
    ),
  ],
  options: {
    doNotFollow: { path: '^(node_modules|dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
