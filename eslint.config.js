import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './src/report/html/page/tsconfig.json',
          './test/page/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.{ts,js,cjs}'],
    rules: {
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // The heart joins when its old reader is gone.
    files: ['src/**/*.ts'],
    ignores: ['src/stitch/**', 'src/lexicon/**'],
    rules: { complexity: ['error', 12] },
  },
  {
    // The heart is being built anew; what stands here goes with the reader that it belongs to.
    files: [
      'src/lexicon/terms.ts',
      'src/stitch/rows/align.ts',
      'src/stitch/rows/join.ts',
      'src/stitch/levels/labels.ts',
      'src/stitch/blocks/label-values.ts',
      'test/stitch/assemble.test.ts',
      'test/stitch/columns/headings.test.ts',
      'test/stitch/rows/join.test.ts',
      'test/stitch/levels/labels.test.ts',
    ],
    rules: {
      'max-lines': ['error', { max: 520, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A suite is one long function of short tests.
    files: ['test/**/*.test.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // Only `cli` speaks to the console.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: { 'no-console': 'error' },
  },
);
