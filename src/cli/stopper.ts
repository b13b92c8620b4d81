const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What a shell expects of a program that Ctrl-C stopped. */
export const stoppedCode = 130;

/** Ctrl-C and its like stop long work in good order; a second one ends the program at once. */
export function stopper(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(stoppedCode);
    controller.abort();
  };
  for (const name of stopSignals) process.on(name, stop);
  return {
    signal: controller.signal,
    release: () => stopSignals.forEach((name) => process.off(name, stop)),
  };
}
