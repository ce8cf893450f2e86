import type { FlagValues } from '../verb.ts'

/** Flags that say where a run ends, or how it is shown: no part of the command that goes on with it. */
const leftOut: ReadonlySet<string> = new Set(['dry-run', 'help', 'json', 'steps'])

/** The flags that were given, as they are typed, for a command that goes on with the same. */
export function givenFlags(flags: FlagValues): string[] {
  return allFlags(Object.fromEntries(Object.entries(flags).filter(([name]) => !leftOut.has(name))))
}

/** All flags that were given, as they are typed. */
export function allFlags(flags: FlagValues): string[] {
  return Object.entries(flags).flatMap(([name, value]) => {
    if (value === undefined || value === false) return []
    return value === true ? [`--${name}`] : [`--${name} ${quoted(value)}`]
  })
}

/** A word as a shell takes it. */
export function quoted(value: string): string {
  return /^[\w.,:/@-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`
}
