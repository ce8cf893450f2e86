import { UserError } from '../errors.ts'
import type { PlanTrace } from '../planning/plan-trace.ts'
import type { Trace } from '../plan/trace.ts'
import type { Paint } from '../report/paint.ts'
import { renderDot } from '../report/plan-graph.ts'
import { renderTrace } from '../report/trace-lines.ts'
import type { Call, Flag, FlagValues, Outcome } from './verb.ts'

/** The flags of verbs that plan: how it came about, and the graph alone. */
export const traceFlags: readonly Flag[] = [
  {
    name: 'debug',
    type: 'boolean',
    about: 'say on standard error how the plan came about: object changes, attempts, edges',
  },
  {
    name: 'explain-order',
    type: 'boolean',
    about: 'print the graph of steps in DOT, and nothing else; prove and write nothing',
  },
]

/**
 * Throws UserError for flags that do not go together: --explain plans nothing, and --explain-order prints one thing and
 * tries nothing.
 */
export function refuseApart(flags: FlagValues): void {
  if (flags['explain'] === true && flags['debug'] === true)
    throw new UserError(
      '--debug says how a plan came about, and --explain plans nothing: leave one out.',
    )
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
  'debug',
  'explain',
  'replace',
  'exit-code',
  'fail-on',
  'allow-unmanaged',
  'allow-data-loss',
] as const

/** How the plan was made, on standard error; empty without --debug. */
export function traceTalk({ flags }: Call, trace: PlanTrace): (paint: Paint) => string {
  return (paint) => (flags['debug'] === true ? renderTrace(trace, paint) : '')
}

/** The graph of a plan as the only output. */
export function orderOutcome(trace: Trace): Outcome {
  return { value: null, text: () => renderDot(trace), exit: 0 }
}
