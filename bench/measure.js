import { Bench } from 'tinybench';

/** Milliseconds that `work` takes: the median of several runs, which one slow run does not move. */
export async function time(work, iterations = 5) {
  const bench = new Bench({ iterations, time: 0, warmup: false, throws: true });
  bench.add('work', work);
  const [{ result }] = await bench.run();
  return result.latency.p50;
}

/** Milliseconds that each of several tasks takes; they take turns, so that a busy moment of the machine falls on all alike. */
export function timeInTurns(tasks, rounds) {
  const times = tasks.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const start = performance.now();
      task();
      times[index].push(performance.now() - start);
    }
  }
  return times.map((all) => all.sort((a, b) => a - b)[Math.floor(rounds / 2)]);
}

export function table(rows) {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => String(row[column]).length)),
  );
  for (const row of rows)
    console.log(row.map((cell, column) => String(cell).padStart(widths[column])).join('  '));
}
