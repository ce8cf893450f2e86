import type { State } from './state.ts'

/** What of a state is not as it is where nothing was disturbed, a line each: empty when it is the same. */
export function compareStates(undisturbed: State, found: State): string[] {
  return [
    ...compareValues('catalog', undisturbed.catalog, found.catalog),
    ...compareValues('rows of', undisturbed.rows, found.rows),
    ...compareTexts("Atlas's history", undisturbed.atlas, found.atlas),
    ...compareTexts("the Supabase CLI's history", undisturbed.supabase, found.supabase),
    ...compareTexts('journal', undisturbed.journal, found.journal),
    ...compareTexts('archive', undisturbed.archive, found.archive),
    ...compareTexts('invalid indexes', undisturbed.invalid, found.invalid),
  ]
}

type Values = Readonly<Record<string, string>>

function compareValues(what: string, wanted: Values, found: Values): string[] {
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(found)])].toSorted()
  return names
    .filter((name) => wanted[name] !== found[name])
    .map(
      (name) =>
        `${what} ${name}: ${wanted[name] ?? 'none'} expected, ${found[name] ?? 'none'} found`,
    )
}

function compareTexts(what: string, wanted: readonly string[], found: readonly string[]): string[] {
  const lacking = wanted.filter((text) => !found.includes(text))
  const more = found.filter((text) => !wanted.includes(text))
  return [
    ...lacking.map((text) => `${what}: lacks ${text}`),
    ...more.map((text) => `${what}: has ${text}`),
  ]
}
