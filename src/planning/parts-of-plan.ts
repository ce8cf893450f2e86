import type { Migration } from '../files/migrations.ts'

/**
 * The newest migration; where it is the last part of a plan that took several, all of them. Their heads say `2 of 3`, and
 * their names follow from the first one's.
 */
export function partsOfNewest(migrations: readonly Migration[]): readonly Migration[] {
  const newest = migrations.slice(-1)
  const head = /^-- .*, (?<at>\d+) of \k<at>\.$/m.exec(newest[0]?.text ?? '')?.groups
  const count = Number(head?.['at'] ?? 1)
  const parts = migrations.slice(-count)
  const isWhole =
    parts.length === count && parts.every((part, at) => part.name === nameOf(parts, at))
  return isWhole ? parts : newest
}

/** What a plan calls its parts: `add_x`, `add_x_2`. */
function nameOf([first]: readonly Migration[], at: number): string | undefined {
  return at === 0 ? first?.name : `${first?.name ?? ''}_${String(at + 1)}`
}
