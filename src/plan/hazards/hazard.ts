/** What a statement may do to those who use the database, with a sentence for people. */
export const hazards = {
  data_loss: 'rows or values are lost for good',
  rewrite: 'the whole table is rewritten; reads and writes wait meanwhile',
  scan: 'all rows are read while the lock is held',
  blocks_reads: 'reads and writes wait until the transaction ends (access exclusive)',
  blocks_writes: 'writes wait until the transaction ends',
  needs_empty_table: 'fails if the table has rows: it is not known which value they get',
  fails_on_rows: 'fails where existing rows violate it',
  needs_refresh: 'it cannot be read until it is refreshed',
  goes_stale: 'it keeps what was computed before, until it is computed again',
  renumbers: 'the sequence may return values that it returned before',
  opens_access: 'a role may read or do more than before',
  changes_access: 'the condition for visible rows changes; compare the two',
  changes_statements: 'statements that do not name it do something else than before, or fail',
  breaks_clients: 'clients that use it get an error, or see fewer rows',
  breaks_functions: 'a function whose body uses it fails when called',
} as const

/** The name of a hazard, as JSON has it. */
export type Hazard = keyof typeof hazards

/** One hazard of one statement, and what it is about: `opens_access`, `anon may select public.t`. */
export interface Risk {
  readonly hazard: Hazard
  /** Objects and roles, as SQL spells them. */
  readonly what: string
  /** The columns of a right on columns. */
  readonly columns?: readonly string[]
  /** The privilege on them. */
  readonly privilege?: string
}

/** The names of the hazards among risks, each once, in the order in which they are listed above. */
export function hazardsOf(risks: readonly Risk[]): Hazard[] {
  const found = new Set<string>(risks.map(({ hazard }) => hazard))
  return hazardNames.filter((name) => found.has(name))
}

/** Every hazard, in the order in which they are listed above. */
export const hazardNames: readonly Hazard[] = Object.keys(hazards).filter(isHazard)

/** Whether a word is the name of a hazard. */
export function isHazard(word: string): word is Hazard {
  return Object.hasOwn(hazards, word)
}

/** A risk as people read it: `opens_access: anon may select public.t (a, b)`. */
export function riskText(risk: Risk): string {
  return `${risk.hazard}: ${whatText(risk)}`
}

/** What a risk is about, with its columns: `anon may select public.t (a, b)`. */
export function whatText({ what, columns = [] }: Risk): string {
  return `${what}${columns.length === 0 ? '' : ` (${columns.join(', ')})`}`
}

/** Says each risk once; the same right on several columns becomes one. */
export function mergeRisks(risks: readonly Risk[]): Risk[] {
  const groups = Map.groupBy(risks, ({ hazard, what }) => `${hazard} ${what}`)
  return [...groups.values()].flatMap((list) => {
    const [first] = list
    if (first === undefined) return []
    const { hazard, what } = first
    const columns = [...new Set(list.flatMap((risk) => risk.columns ?? []))]
    return [columns.length === 0 ? { hazard, what } : { ...first, columns }]
  })
}
