import type { Note } from '../model/index.ts';
import { Shelf } from './shelf.ts';

/** What was noticed of a document, in order, with a count of what matters to its status. */
export class Noticed {
  readonly #notes: Shelf<Note>;
  #serious = 0;
  #doubts = 0;
  #kinds = 0;

  /** @param open so many are kept as they are, those beyond packed */
  constructor(open: number) {
    this.#notes = new Shelf(open);
  }

  add(notes: Iterable<Note>): void {
    for (const note of notes) {
      this.#notes.push(note);
      const { code, severity } = note;
      if (severity !== 'info') this.#serious += 1;
      if (severity === 'error' || code === 'reading-uncertain') this.#doubts += 1;
      if (code === 'other-kind') this.#kinds += 1;
    }
  }

  [Symbol.iterator](): Iterator<Note> {
    return this.#notes[Symbol.iterator]();
  }

  /** Warnings and errors. */
  get serious(): number {
    return this.#serious;
  }

  /** The first warnings and errors. */
  firstSerious(most: number): Note[] {
    const found: Note[] = [];
    for (const note of this.#notes) {
      if (found.length >= most) break;
      if (note.severity !== 'info') found.push(note);
    }
    return found;
  }

  /** What makes a document partial. */
  get doubts(): number {
    return this.#doubts;
  }

  /** Tables that are no form of ours. */
  get otherKinds(): number {
    return this.#kinds;
  }
}
