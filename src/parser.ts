import type * as Library from 'libpg-query'

/*
 * PostgreSQL's own parser (libpg-query, compiled to WebAssembly). It is loaded when the first text is parsed: that takes
 * longer than to start all the rest, and many runs parse nothing.
 */

let library: typeof Library | undefined

/** Loads the parser. What follows throws an error until that is done. */
export async function loadModule(): Promise<void> {
  library ??= await import('libpg-query')
  await library.loadModule()
}

/**
 * Runs what seldom parses a text: again, with the parser, where it has to after all. The first run may have changed
 * nothing by then.
 */
export async function loadedOnDemand<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof ParserMissing)) throw error
    await loadModule()
    return run()
  }
}

/** A text is parsed before the parser is loaded. */
class ParserMissing extends Error {}

/** The statements of a text, as trees. Throws the parser's error where there is a syntax error: see hasSqlDetails. */
export function parseSync(text: string): Library.ParseResult {
  return loaded().parseSync(text)
}

/** The same; undefined for a text with a syntax error. */
export function tryParse(text: string): Library.ParseResult | undefined {
  const { parseSync: parse } = loaded()
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

/** The body of a PL/pgSQL function, given the whole statement that creates it. Errors as parseSync. */
export function parsePlPgSQLSync(text: string): Library.ParseResult {
  return loaded().parsePlPgSQLSync(text)
}

/** The tokens of a text, with the bytes that they take up. Throws the parser's error for an unterminated one. */
export function scanSync(text: string): Library.ScanResult {
  return loaded().scanSync(text)
}

/** Whether an error is the parser's, with the place in the text. */
export function hasSqlDetails(error: unknown): error is Library.SqlError {
  return library?.hasSqlDetails(error) === true
}

function loaded(): typeof Library {
  if (library === undefined) throw new ParserMissing('a text is parsed before the parser is loaded')
  return library
}
