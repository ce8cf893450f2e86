import type { Ran } from '../../support/cli.ts'
import type { Outcome } from '../kinds/fault.ts'

/** What a run says, and what is true of it. */
export interface Said {
  readonly ran: Ran
  readonly outcome: Outcome
  /** What must never be shown. */
  readonly secret: string
  /** Whether the database is what it was before the run; undefined when that cannot be told. */
  readonly unchanged: boolean | undefined
}

/** What is wrong with how a disturbed run has ended: its exit code, and what it says. */
export function judgeEnd(said: Said): string[] {
  const { ran } = said
  const all = ran.stdout + ran.stderr
  return [
    ...judgeCode(said),
    ...(all.includes(said.secret) ? ['it shows the password'] : []),
    ...(/^\s+at .+:\d+:\d+\)?$|node:internal/m.test(all) ? ['it shows a stack'] : []),
    ...(ran.code === 1 ? judgeSentence(said) : []),
  ]
}

function judgeCode({ ran: { code, signal }, outcome }: Said): string[] {
  const how = signal ?? `exit ${String(code)}`
  if (code === 0) return []
  const fits: Readonly<Record<Outcome, boolean>> = {
    succeeds: false,
    any: code === 1,
    interrupted: code === 130 || code === 143 || signal === 'SIGINT' || signal === 'SIGTERM',
    killed: signal === 'SIGKILL',
  }
  return fits[outcome] ? [] : [`it ended with ${how}`]
}

/** How a sentence says what to do. */
const advice =
  /\b(?:again|continues?|goes on|npm run|pg_terminate_backend|free some|use|check|wait|reset|ask|let)\b/i

function judgeSentence({ ran: { stderr }, unchanged }: Said): string[] {
  const lines = stderr.trimEnd().split('\n')
  const last = lines.findLast((line) => !line.startsWith('…')) ?? ''
  return [
    ...(last === '' ? ['it says nothing'] : []),
    ...(advice.test(lines.slice(-6).join('\n')) ? [] : ['it does not say how to go on']),
    ...(unchanged === false && /nothing was (?:changed|done)/i.test(stderr)
      ? ['it says that nothing was changed, which is not true']
      : []),
  ]
}

/** The last line that is no progress, in one line of at most 300 characters. */
export function lastLine({ stderr }: Ran): string {
  const lines = stderr.trimEnd().split('\n')
  return (lines.findLast((line) => !line.startsWith('…')) ?? '').slice(0, 300)
}
