import { splitName, unquoteName } from '../../model/qualified-name.ts'

/** How a statement is run in batches, as its directive says it. */
export interface BackfillOptions {
  /** The table whose rows are gone through: its schema, where one is written, and its name, not quoted. */
  readonly table: { readonly schema: string | undefined; readonly name: string }
  /** The columns of the key, not quoted. */
  readonly key: readonly string[]
  /** How many rows of the table a batch has. */
  readonly batch: number
  /** Between two batches, in milliseconds. */
  readonly pause: number
  /** How far a replica may be behind before the next batch waits, in milliseconds; undefined: nobody looks. */
  readonly maxLag: number | undefined
}

/** What is wrong with a directive, and where in its text: characters from 0. */
export interface OptionProblem {
  readonly at: number
  readonly problem: string
}

/** Reads the options of a directive: the text behind `@backfill`. */
export function parseBackfillOptions(text: string): BackfillOptions | OptionProblem {
  const found = new Map<string, Written>()
  for (const written of writtenOptions(text)) {
    const { name, at } = written
    if (!(name in readers)) return { at, problem: unknown(name) }
    if (found.has(name)) return { at, problem: `${name}= stands here twice. Keep one of them.` }
    found.set(name, written)
  }
  const missing = ['table', 'key'].find((name) => !found.has(name))
  if (missing !== undefined) return { at: 0, problem: `${missing}= is missing. ${form}` }
  return readAll(found)
}

const form =
  'Write `-- @backfill table=TABLE key=COLUMN[,COLUMN…] [batch=1000] [pause=100ms] [max_lag=10s]`, on one line.'

interface Written {
  readonly name: string
  readonly value: string
  readonly at: number
}

function writtenOptions(text: string): Written[] {
  return Array.from(text.matchAll(/(?:"(?:[^"]|"")*"?|[^\s"])+/g), ({ 0: part, index }) => {
    const [, name = part, value = ''] = /^(\w+)=(.*)$/s.exec(part) ?? []
    return { name, value, at: index }
  })
}

function unknown(name: string): string {
  return `${name}: no such option. ${form}`
}

type Read = Partial<BackfillOptions> | string

/** Each answers its option, or what is wrong with the value. */
const readers: Readonly<Record<string, (value: string) => Read>> = {
  table: (value) => {
    const names = namesOf(value)
    const [first, second] = names ?? []
    if (names === undefined || first === undefined || names.length > 2)
      return `table=${value}: should be the name of a table, such as public.notes.`
    return {
      table:
        second === undefined ? { schema: undefined, name: first } : { schema: first, name: second },
    }
  },
  key: (value) => {
    const parts = value.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map(namesOf)
    const key = parts.flatMap((names) => (names?.length === 1 ? names : []))
    return key.length === parts.length && new Set(key).size === key.length
      ? { key }
      : `key=${value}: should be columns with commas between them, without blanks, such as id or tenant,id.`
  },
  batch: (value) => {
    const batch = Number(value)
    return /^\d{1,6}$/.test(value) && batch >= 1
      ? { batch }
      : `batch=${value}: should be a number of rows from 1 to 999999.`
  },
  pause: (value) => {
    const pause = durationOf(value)
    return pause === undefined ? durationProblem('pause', value) : { pause }
  },
  max_lag: (value) => {
    const maxLag = durationOf(value)
    return maxLag === undefined ? durationProblem('max_lag', value) : { maxLag }
  },
}

function readAll(found: ReadonlyMap<string, Written>): BackfillOptions | OptionProblem {
  let options: Partial<BackfillOptions> = {}
  for (const { name, value, at } of found.values()) {
    const read = readers[name]?.(value) ?? {}
    if (typeof read === 'string') return { at, problem: read }
    options = { ...options, ...read }
  }
  return { ...usual, ...options }
}

const usual: BackfillOptions = {
  table: { schema: undefined, name: '' },
  key: [],
  batch: 1000,
  pause: 0,
  maxLag: undefined,
}

/** A qualified name in its parts, as PostgreSQL has them: in lowercase unless quoted. */
function namesOf(written: string): string[] | undefined {
  const name = String.raw`(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`
  if (!new RegExp(String.raw`^${name}(?:\.${name})*$`, 'u').test(written)) return undefined
  return splitName(written).map((part) =>
    part.startsWith('"')
      ? unquoteName(part)
      : part.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()),
  )
}

function durationOf(value: string): number | undefined {
  const [, count, unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|min)$/.exec(value) ?? []
  return count === undefined ? undefined : Math.round(Number(count) * (units[unit] ?? 0))
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000 }

function durationProblem(name: string, value: string): string {
  return `${name}=${value}: should be a duration such as 100ms, 10s or 1min.`
}
