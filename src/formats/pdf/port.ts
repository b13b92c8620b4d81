import { limits } from '../../model/index.ts';

interface Message {
  readonly data: unknown;
}
type Listener = (message: Message) => void;

/** What went over the wire since {@link Wire.reset}: the work of one page, and how it failed. */
export interface Traffic {
  operators: number;
  characters: number;
  /** The page was cut short: it holds more operators or characters than any honest page. */
  overflow: boolean;
  /** pdfjs's words for what it could not read. */
  failure: string | null;
}

/** pdfjs's stream messages that matter here: a chunk of operators, and the end by an error. */
const streamKind = { chunk: 4, error: 5 } as const;

/**
 * One end of a pair of message ports within this thread. pdfjs's own loopback clones every message, hides why a page
 * failed, and cannot be stopped; this one hands objects over, watches, and refuses chunks beyond the caps, upon which pdfjs
 * gives the page up.
 */
class Port {
  readonly #listeners = new Set<Listener>();
  readonly #watch: ((data: unknown) => void) | null;
  #peer: Port | null = null;

  constructor(watch: ((data: unknown) => void) | null = null) {
    this.#watch = watch;
  }

  connect(peer: Port): void {
    this.#peer = peer;
  }

  postMessage(data: unknown): void {
    this.#watch?.(data);
    const peer = this.#peer;
    const message = { data: withOwnArrays(data) };
    queueMicrotask(() => peer?.deliver(message));
  }

  deliver(message: Message): void {
    for (const listener of this.#listeners) listener(message);
  }

  addEventListener(_type: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener), {
      once: true,
    });
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** pdfjs empties a chunk's arrays once it is sent and fills them anew; the receiver needs its own. */
function withOwnArrays(data: unknown): unknown {
  if (!isRecord(data) || data['stream'] !== streamKind.chunk || !isRecord(data['chunk']))
    return data;
  const entries = Object.entries(data['chunk']).map(
    ([key, value]) => [key, Array.isArray(value) ? value.slice() : value] as const,
  );
  return { ...data, chunk: Object.fromEntries(entries) };
}

function glyphsOf(args: unknown): number {
  return Array.isArray(args) && Array.isArray(args[0]) ? args[0].length : 0;
}

/** Both ends of a wire between pdfjs's display half and its worker half, and what went over it. */
export class Wire {
  readonly display = new Port();
  readonly worker: Port;
  readonly #showText: number;
  #traffic: Traffic = emptyTraffic();

  /** @param showText pdfjs's code of the operator that carries glyphs */
  constructor(showText: number) {
    this.#showText = showText;
    this.worker = new Port((data) => {
      this.#inspect(data);
    });
    this.worker.connect(this.display);
    this.display.connect(this.worker);
  }

  get traffic(): Traffic {
    return this.#traffic;
  }

  reset(): void {
    this.#traffic = emptyTraffic();
  }

  #inspect(data: unknown): void {
    if (!isRecord(data)) return;
    if (data['stream'] === streamKind.chunk) this.#count(data['chunk']);
    else if (data['stream'] === streamKind.error) this.#fail(data['reason']);
    else if (data['action'] === 'commonobj' && Array.isArray(data['data'])) {
      const value: unknown = data['data'][2];
      if (isRecord(value) && 'error' in value) this.#fail(value['error']);
    }
  }

  #fail(reason: unknown): void {
    this.#traffic.failure ??=
      isRecord(reason) && typeof reason['message'] === 'string'
        ? reason['message']
        : String(reason);
  }

  #count(chunk: unknown): void {
    if (!isRecord(chunk) || !Array.isArray(chunk['fnArray']) || !Array.isArray(chunk['argsArray']))
      return;
    const [codes, args]: [unknown[], unknown[]] = [chunk['fnArray'], chunk['argsArray']];
    const traffic = this.#traffic;
    traffic.operators += codes.length;
    codes.forEach((code, index) => {
      if (code === this.#showText) traffic.characters += glyphsOf(args[index]);
    });
    if (traffic.operators <= limits.pdfPageOperators && traffic.characters <= limits.pdfPageGlyphs)
      return;
    traffic.overflow = true;
    if (chunk['lastChunk'] !== true) throw new RangeError('page too large');
  }
}

function emptyTraffic(): Traffic {
  return { operators: 0, characters: 0, overflow: false, failure: null };
}
