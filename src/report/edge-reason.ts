import type { EdgeReason } from '../plan/order/edges.ts'

/** Why one step comes before another, a sentence for each reason, each sentence once. */
export function renderReasons(reasons: readonly EdgeReason[]): string[] {
  return [...new Set(reasons.map(renderReason))]
}

function renderReason(reason: EdgeReason): string {
  if (reason.kind === 'name is taken') return `the name ${reason.name} is free only after the drop`
  const { dependent, needed } = reason.need
  const state = reason.kind === 'needed in the old state' ? 'old' : 'new'
  return `${dependent} needs ${needed} in the ${state} state`
}
