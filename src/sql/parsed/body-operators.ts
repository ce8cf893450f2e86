import { plainName } from './body-names.ts'

/** The operators that code names. */
export interface BodyOperators {
  /** Without a schema: `===`. */
  readonly bare: ReadonlySet<string>
  /** With one, spelled as plainName spells it: `public.===` of `operator(public.===)`. */
  readonly qualified: ReadonlySet<string>
}

/** Finds the operators in code without comments and literals (manual, 4.1.3). */
export function operatorsInCode(code: string): BodyOperators {
  const qualified = [...code.matchAll(withSchema)].map(
    ([, schema = '', name = '']) => `${plainName(schema)}.${name}`,
  )
  return { bare: new Set(code.match(symbols) ?? []), qualified: new Set(qualified) }
}

const characters = String.raw`[-+*/<>=~!@#%^&|` + '`?]+'
const symbols = new RegExp(characters, 'g')
const withSchema = new RegExp(
  String.raw`\boperator\s*\(\s*("(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)\s*\.\s*(${characters})\s*\)`,
  'giu',
)
