/** An answer of pdfjs is waited for over so many turns of the event loop, each of so many milliseconds. */
const patience = { turns: 30, pause: 100 };

/**
 * What a promise gives, or `fallback` where it fails or never answers: on some damaged files pdfjs loses the thread. While
 * pdfjs works it lets no timer through, and each turn lets the disk answer, so this bounds waiting, not work.
 */
export async function orElse<T, F>(promise: Promise<T>, fallback: F): Promise<T | F> {
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<F>((resolve) => {
    let turns = 0;
    timer = setInterval(() => {
      turns += 1;
      if (turns >= patience.turns) resolve(fallback);
    }, patience.pause);
  });
  try {
    return await Promise.race([promise.catch(() => fallback), tired]);
  } finally {
    clearInterval(timer);
  }
}
