import type { OpenDatabase } from '../../src/proof/state.ts'
import type { Act } from './act.ts'
import { ask } from './caller.ts'
import type { Caller } from './caller.ts'

/** One step of the story: who called what, and what came back. */
export interface DemoStep {
  readonly role: Caller['role']
  /** The account that asked, by name. */
  readonly account: string | undefined
  readonly call: string
  readonly answer: string
}

/** Plays acts in turn. Stops between two of them when the signal says so. */
export async function play(
  open: OpenDatabase,
  acts: readonly Act[],
  { say, signal }: { readonly say: (text: string) => void; readonly signal: AbortSignal },
): Promise<DemoStep[]> {
  const steps: DemoStep[] = []
  for (const { caller, query, call, tell } of acts) {
    signal.throwIfAborted()
    say(`${caller.role}: ${call}`)
    const answer = await tell(await ask(open, caller, query))
    steps.push({ role: caller.role, account: caller.account?.name, call, answer })
  }
  return steps
}
