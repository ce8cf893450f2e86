import type { JournaledRun, State } from './state.ts'

/** What of a database the journal is compared with. */
type Told = Pick<State, 'atlas' | 'events'>

/** What is known of the runs that the journal is to tell of. */
interface Known {
  /** The database before them. */
  readonly start: Told
  readonly now: Told
  /** Whether every one of them has ended, and well. */
  readonly succeeded: boolean
}

/**
 * What is untrue in the journal, a sentence each. What it calls done, one after the other, must lead from the versions
 * that were applied to those that are: so each has its run, none has two, and none that failed is called done.
 */
export function judgeRuns({ start, now, succeeded }: Known): string[] {
  const last = start.events.at(-1)?.id ?? 0
  const runs = now.events.filter(({ id }) => id > last)
  const told = [...runs.flatMap(judgeShape), ...compareVersions(start, now, runs)]
  const open = succeeded ? runs.filter(({ outcome }) => outcome !== 'done') : []
  return [...told, ...open.map((run) => `${nameOf(run)}, but the run has succeeded`)].map(
    (sentence) => `events of the journal: ${sentence}`,
  )
}

function judgeShape(run: JournaledRun): string[] {
  const isKnown = run.outcome === null || /^(?:done|failed(?:: [0-9A-Z]{5})?)$/.test(run.outcome)
  return [
    ...(isKnown ? [] : [`${nameOf(run)}: no outcome that there is`]),
    ...(run.isWhole ? [] : [`${nameOf(run)}: its end does not fit its outcome`]),
  ]
}

function compareVersions(start: Told, now: Told, runs: readonly JournaledRun[]): string[] {
  const begun = new Set(start.atlas.filter(isPart).map(versionOf))
  const applied = new Set(start.atlas.map(versionOf))
  const untrue: string[] = []
  for (const run of runs.filter(({ outcome }) => outcome === 'done')) {
    const isApplied = applied.has(run.version)
    const wasBegun = begun.delete(run.version)
    if (!wasBegun && isApplied !== (run.verb === 'rollback'))
      untrue.push(`${nameOf(run)} a second time`)
    if (run.verb === 'rollback') applied.delete(run.version)
    else applied.add(run.version)
  }
  // What is applied or rolled back in part has a row, and no run that is done.
  const found = new Set(now.atlas.filter((row) => !isPart(row)).map(versionOf))
  const parts = new Set(now.atlas.filter(isPart).map(versionOf))
  const lacking = [...found].filter((version) => !applied.has(version))
  const more = [...applied].filter((version) => !found.has(version) && !parts.has(version))
  return [
    ...untrue,
    ...lacking.map((version) => `${version} is applied, and no run says so`),
    ...more.map((version) => `${version} is not applied, and no run has rolled it back`),
  ]
}

/** Rows read `002 bodies 2 1/3 no error hash`. */
function isPart(row: string): boolean {
  const [, applied, total] = / (\d+)\/(\d+) /.exec(row) ?? []
  return applied !== total
}

function versionOf(row: string): string {
  return row.split(' ')[0] ?? ''
}

function nameOf({ verb, version, outcome }: JournaledRun): string {
  return `${verb} ${version} ${outcome ?? 'without an end'}`
}
