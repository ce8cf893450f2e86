import type { Standing } from '../deploy/history/standing.ts'
import { UserError } from '../errors.ts'
import type { Migration } from '../files/migrations.ts'

/** What somebody says of a version: that it was applied, or rolled back, by hand. */
export type ResolvedAs = 'applied' | 'reverted'

/** Which migration is meant, and what the database should be if that is true. */
export interface Resolution {
  readonly migration: Migration
  /** The migrations that are applied then, in their order. */
  readonly applied: readonly Migration[]
}

/** Throws UserError where that cannot be true: of what is to be applied later, and of what others were applied after. */
export function decideResolution(standing: Standing, version: string, as: ResolvedAs): Resolution {
  return as === 'applied' ? asApplied(standing, version) : asReverted(standing, version)
}

function asApplied({ applied, pending }: Standing, version: string): Resolution {
  const at = applied.findIndex((migration) => migration.version === version)
  const found = applied[at]
  if (found !== undefined) return { migration: found, applied }
  const [next] = pending
  if (next?.version === version) return { migration: next, applied: [...applied, next] }
  throw pending.some((migration) => migration.version === version)
    ? new UserError(
        `${version}: ${String(next?.file)} comes before it and is not applied. Apply or resolve that first.`,
      )
    : unknown([...applied, ...pending], version)
}

function asReverted({ applied, pending }: Standing, version: string): Resolution {
  const newest = applied.at(-1)
  if (newest?.version === version) return { migration: newest, applied: applied.slice(0, -1) }
  const later = applied.findLast((migration) => migration.version > version)
  if (later !== undefined && applied.some((migration) => migration.version === version)) {
    throw new UserError(
      `${version}: ${later.file} was applied after it. Roll that back or resolve it first.`,
    )
  }
  throw pending.some((migration) => migration.version === version)
    ? new UserError(`${version}: is not applied, so there is nothing to resolve.`)
    : unknown([...applied, ...pending], version)
}

function unknown(migrations: readonly Migration[], version: string): UserError {
  const known = migrations.map((migration) => migration.version).join(', ')
  return new UserError(`version ${version}: no such migration. There are: ${known || 'none'}.`)
}
