import { readArrival, refuseUnfit } from '../deploy/arrival.ts'
import { withMigrationLock } from '../deploy/lock.ts'
import type { Context } from '../files/context.ts'
import { withTarget } from './target.ts'
import type { Target } from './target.ts'

/** Whose migration lock to take, and how patiently. */
export interface LockedRequest {
  readonly environment: string
  /** How long to wait for another migration, in milliseconds. */
  readonly lockWait: number
}

/** As withTarget, for a command that changes the database: checks that it may be migrated, and holds the lock. */
export async function withLockedTarget<T>(
  context: Context,
  { environment, lockWait }: LockedRequest,
  use: (target: Target) => Promise<T>,
): Promise<T> {
  return withTarget(context, environment, async (target) => {
    refuseUnfit(await readArrival(target.session, context.project.schemas))
    const onWait = (holder: string): void =>
      context.talk.note(`waiting for another migration: ${holder}`)
    return withMigrationLock(target.session, { wait: lockWait, onWait }, () => use(target))
  })
}
