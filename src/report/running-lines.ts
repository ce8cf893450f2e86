import { describeActivity, terminationOf } from '../deploy/session/activity.ts'
import type { Running } from '../deploy/session/running.ts'

/** Who migrates now, at which file and since when, and whom that waits for: a line each. */
export function renderRunning({ holder, work, waitingFor }: Running): string[] {
  const what =
    work === undefined
      ? 'a migration'
      : `${work.verb} of ${work.file} (${String(work.index)} of ${String(work.count)})`
  return [
    `${what} is running: ${describeActivity(holder)}`,
    ...waitingFor.flatMap((blocker) => [
      `  it waits for ${describeActivity(blocker)}`,
      `  to end that one: ${terminationOf(blocker)}`,
    ]),
  ]
}
