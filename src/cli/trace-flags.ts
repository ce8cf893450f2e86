import { UserError } from '../errors.ts'
import type { Trace } from '../plan/trace.ts'
import { renderDot } from '../report/plan-graph.ts'
import type { Flag, FlagValues, Outcome } from './verb.ts'

/** The flag of verbs that plan: the graph alone. */
export const explainOrderFlag: Flag = {
  name: 'explain-order',
  type: 'boolean',
  about: 'print the graph of steps in DOT, and nothing else; prove and write nothing',
}

/** Throws UserError for a flag that has no meaning beside --explain-order, which prints one thing and tries nothing. */
export function refuseBesideOrder(flags: FlagValues): void {
  const other = useless.find((name) => flags[name] !== undefined)
  if (flags['explain-order'] !== true || other === undefined) return
  throw new UserError(
    other === 'json'
      ? '--explain-order and --json: standard output is one or the other. The graph is DOT, not JSON.'
      : `--explain-order prints the graph and does nothing else: leave out --${other}.`,
  )
}

const useless = [
  'json',
  'sql',
  'explain',
  'replace',
  'exit-code',
  'fail-on',
  'allow-unmanaged',
  'allow-data-loss',
] as const

/** The graph of a plan as the only output. */
export function orderOutcome(trace: Trace): Outcome {
  return { value: null, text: () => renderDot(trace), exit: 0 }
}
