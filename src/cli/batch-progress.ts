import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { cutTo } from '../report/width.ts';
import { tell } from './console.ts';

const everyOnTerminal = 200;
const everyElsewhere = 5000;
/** Tables that take longer are announced. */
const longWriting = 2000;

/** How far a batch is. */
interface State {
  readonly total: number;
  readonly done: number;
  /** Of `done`, those that took time. */
  readonly read: number;
  readonly failed: number;
  readonly seconds: number;
}

/** `123/2000  45.2 a second  0:41 left  failed 3` */
function progressLine({ total, done, read, failed, seconds }: State, language: Language): string {
  const rate = seconds > 0 ? read / seconds : 0;
  const left = rate > 0 || done === total ? clock((total - done) / (rate || 1)) : '-';
  const line = message(
    'batch-progress',
    { done, total, rate: rate.toFixed(rate < 10 ? 1 : 0), left },
    language,
  );
  return failed === 0 ? line : line + message('batch-progress-failed', { failed }, language);
}

/** `0:41`, `12:07`, `3:05:00` */
export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}

/** Shows how far a batch is: on one line of a terminal, now and then a line elsewhere, or not at all. */
export class Progress {
  readonly #language: Language;
  readonly #terminal = process.stderr.isTTY;
  #timer: NodeJS.Timeout | undefined;
  #announcement: NodeJS.Timeout | undefined;
  #started = Date.now();
  #total = 0;
  #done = 0;
  #read = 0;
  #failed = 0;
  #shown = false;
  readonly #silentFor: number;

  /** @param silentFor milliseconds in which nothing is shown: work that is soon done needs no progress */
  constructor(language: Language, quiet: boolean, silentFor = 0) {
    this.#language = language;
    this.#silentFor = silentFor;
    if (!quiet)
      this.#timer = setInterval(
        () => this.#show(),
        this.#terminal ? everyOnTerminal : everyElsewhere,
      );
  }

  plan(total: number): void {
    this.#total = total;
    this.#started = Date.now();
  }

  count(failed: boolean, unchanged: boolean): void {
    this.#done += 1;
    if (!unchanged) this.#read += 1;
    if (failed) this.#failed += 1;
  }

  get done(): number {
    return this.#done;
  }

  get total(): number {
    return this.#total;
  }

  /** All files are read: the last state stays where a terminal shows it. */
  writing(): void {
    const shown = this.#timer !== undefined;
    this.end();
    if (shown)
      this.#announcement = setTimeout(
        () => tell(message('batch-writing', {}, this.#language)),
        longWriting,
      );
  }

  /** Ends it, if that is not done. */
  end(): void {
    clearTimeout(this.#announcement);
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (this.#total === 0) return;
    this.#show();
    if (this.#terminal && this.#shown) process.stderr.write('\n');
  }

  #show(): void {
    const time = Date.now() - this.#started;
    if (this.#total === 0 || time < this.#silentFor) return;
    this.#shown = true;
    const state = {
      total: this.#total,
      done: this.#done,
      read: this.#read,
      failed: this.#failed,
      seconds: time / 1000,
    };
    const line = progressLine(state, this.#language);
    if (this.#terminal)
      process.stderr.write(
        `\r${cutTo(line, Math.max(20, (process.stderr.columns || 80) - 1))}\u001b[K`,
      );
    else tell(line);
  }
}
