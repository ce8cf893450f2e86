import type { Limits } from '../deploy/session/session.ts'

/** The limits that a run worked under, in one line. */
export function renderLimits({ lock, lockBudget, statement, idle }: Limits): string {
  return `  limits: a lock ${seconds(lock)} (tried again for ${seconds(lockBudget)}), a statement ${seconds(statement)}, idle in a transaction ${seconds(idle)}`
}

function seconds(milliseconds: number): string {
  return milliseconds === 0 ? 'none' : `${String(milliseconds / 1000)} s`
}
