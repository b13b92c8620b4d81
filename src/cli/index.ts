/** The command line: options in, data on stdout, one line per problem on stderr. */
import { createRequire } from 'node:module';
import { writeData } from './console.ts';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/**
 * Runs one command.
 *
 * @param argv the arguments after the program's name
 * @returns the exit code: 0 read; 1 read in part, or no form found; 2 unreadable, wrong usage or an internal error
 */
export async function main(argv: readonly string[]): Promise<number> {
  // Answered before anything else is loaded: scripts ask for it often.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    await writeData([`${version}\n`]);
    return 0;
  }
  const { run } = await import('./program.ts');
  return run(argv, version);
}
