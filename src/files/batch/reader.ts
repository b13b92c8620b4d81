import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { InputError } from '../../model/index.ts';
import { outcomeOf } from '../../report/outcome.ts';
import { failureOf, unreadFile } from '../../report/run.ts';
import { afterSeconds, boundsFor, memoryAtHand } from '../bounds.ts';
import type { Guard } from '../bounds.ts';
import { causeOf } from '../cause.ts';
import { convertFor } from '../soffice.ts';
import type { Answer, Order, Setup, Task } from './protocol.ts';

/** What a process may keep after a file, in MB, before another takes its place. */
const mostKept = 768;
/** How V8 ends a process that is out of memory, and how the watching thread does. */
const memorySignals: readonly (NodeJS.Signals | null)[] = [
  'SIGABRT',
  'SIGTRAP',
  'SIGILL',
  'SIGKILL',
];
const memoryCodes: readonly (number | null)[] = [134, 133];

type Done = Exclude<Answer, { kind: 'convert' }>;
type Wanted = Omit<Task, 'memory'>;

/** How a process ended that should not have. */
class Ended extends Error {
  readonly reason: InputError;

  constructor(reason: InputError) {
    super(reason.code);
    this.reason = reason;
  }
}

/**
 * Reads files one after another in a process of its own, which is ended where a file takes it too long or too much memory, and replaced. A process and not
 * a thread: V8 ends the whole process of a thread that is out of memory (docs/decisions/0030-batch-processes.md).
 */
export class Reader {
  readonly #setup: Setup;
  readonly #guard: Guard;
  /** MB for each of the processes. */
  readonly #memory: number;
  #child: ChildProcess | null = null;
  #closed = false;

  constructor(setup: Setup, guard: Guard, jobs: number) {
    this.#setup = setup;
    this.#guard = guard;
    this.#memory = Math.max(256, Math.floor(memoryAtHand() / jobs));
  }

  /** What came of a file. Never rejects for what a file does to its reader. */
  async read(task: Wanted): Promise<Done> {
    const used = this.#child !== null;
    try {
      return await this.#attempt(task);
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      // What the files before have left behind must not decide about this one.
      if (!used || this.#closed || error.reason.code === 'took-too-long')
        return this.#failed(task, error.reason);
    }
    return this.#attempt(task).catch((error: unknown) => {
      if (error instanceof Ended) return this.#failed(task, error.reason);
      throw error;
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  close(): void {
    this.#closed = true;
    this.#drop();
  }

  #drop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #failed({ file }: Wanted, reason: InputError): Done {
    const failure = failureOf(reason, this.#setup.options.language ?? 'zh');
    return {
      kind: 'read',
      outcome: outcomeOf(unreadFile(file, failure), null),
      size: 0,
      resident: 0,
    };
  }

  async #attempt(task: Wanted): Promise<Done> {
    const size = await stat(task.file).then(
      (known) => known.size,
      () => 0,
    );
    const bounds = boundsFor(size, this.#guard, this.#memory);
    const child = (this.#child ??= this.#start());
    const done = await this.#answer(child, { ...task, memory: bounds.memory }, bounds.time);
    if (done.kind === 'read' && done.resident > mostKept) this.#drop();
    return done;
  }

  #start(): ChildProcess {
    const child = fork(new URL('./worker.js', import.meta.url), {
      serialization: 'advanced',
      // What a library prints is not ours to pass on.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // A process takes one core: with as many processes as cores, the threads in which V8 cleans and compiles beside each only get in each other's way.
      execArgv: ['--single-threaded', `--max-old-space-size=${this.#memory + mostKept}`],
    });
    send(child, { kind: 'setup', setup: this.#setup });
    return child;
  }

  #answer(child: ChildProcess, task: Task, time: number): Promise<Done> {
    return new Promise((resolve, reject) => {
      const ended = new AbortController();
      const end = (settle: () => void): void => {
        ended.abort();
        clearTimeout(clock);
        child.off('message', hear).off('exit', exit).off('error', fail);
        settle();
      };
      const kill = (reason: InputError): void => {
        child.kill('SIGKILL');
        if (this.#child === child) this.#child = null;
        end(() => reject(new Ended(reason)));
      };
      const start = (): NodeJS.Timeout =>
        afterSeconds(time, () => kill(new InputError('took-too-long', { seconds: time })));
      const hear = (answer: Answer): void => {
        if (answer.kind !== 'convert') return end(() => resolve(answer));
        // The clock stands still while another program works, which has bounds of its own.
        clearTimeout(clock);
        void convertFor(answer.bytes, { ...this.#guard, signal: ended.signal }).then(
          (converted) => {
            if (ended.signal.aborted) return;
            send(child, converted);
            clock = start();
          },
        );
      };
      const exit = (code: number | null, signal: NodeJS.Signals | null): void =>
        kill(reasonOf(code, signal, task.memory));
      const fail = (error: Error): void =>
        kill(new InputError('internal-error', { cause: causeOf(error) }));
      let clock = start();
      child.on('message', hear).on('exit', exit).on('error', fail);
      send(child, { kind: 'read', task });
    });
  }
}

/** A process that has just ended is told by its `exit`, not by what it can no longer hear. */
function send(child: ChildProcess, order: Order): void {
  if (child.connected) child.send(order, () => undefined);
}

function reasonOf(code: number | null, signal: NodeJS.Signals | null, memory: number): InputError {
  // Windows knows no signals: a process that ends itself so gives 1.
  const ofMemory =
    memorySignals.includes(signal) ||
    memoryCodes.includes(code) ||
    (process.platform === 'win32' && code === 1);
  return ofMemory
    ? new InputError('out-of-memory', { limit: memory })
    : new InputError('reader-crashed', { cause: signal ?? `${code}` });
}
