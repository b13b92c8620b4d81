/** Longer texts are values, which seldom recur. */
const longestText = 40;
const mostTexts = 5_000;

/**
 * A text by itself: V8 keeps the whole text alive of which a longer string is a slice, and a key that is kept would pin the
 * document that it comes from.
 */
function ownCopy(text: string): string {
  return text.length <= 12
    ? text
    : Array.from({ length: text.length }, (_, at) => text[at]).join('');
}

/** What empties each memo below. */
const forgetting: (() => void)[] = [];

/** Forgets all texts: for a bench that changes what the functions below depend on. */
export function forgetTexts(): void {
  for (const forget of forgetting) forget();
}

/**
 * A function of a text, worked out once for each of the short texts that forms print again and again: the same labels and
 * figures stand in all of them, and many readings ask the same of each.
 */
export function memoText<R>(work: (text: string) => R): (text: string) => R {
  const known = new Map<string, R>();
  forgetting.push(() => {
    known.clear();
  });
  return (text) => {
    if (text.length > longestText) return work(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const own = ownCopy(text);
    const value = work(own);
    if (known.size >= mostTexts) known.clear();
    known.set(own, value);
    return value;
  };
}
