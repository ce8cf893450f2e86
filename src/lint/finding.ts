/** How much a finding matters: error and warn fail a run, info never does. */
export type Level = 'error' | 'warn' | 'info'

/** What a rule has to say of one object or one place. `null` is what is not known. */
export interface Finding {
  /** The name of the rule, as `-- lint-ignore` takes it. */
  readonly rule: string
  readonly level: Level
  readonly source: 'schema' | 'catalog' | 'migrations'
  readonly object: string | null
  readonly message: string
  readonly fix: string | null
  readonly file: string | null
  /** Line and column count from 1. */
  readonly line: number | null
  readonly column: number | null
  /** The source line with a caret, where there is one. */
  readonly excerpt: string | null
}

/** A finding that a `-- lint-ignore` in its file accepts. */
export interface IgnoredFinding extends Finding {
  readonly reason: string
}
