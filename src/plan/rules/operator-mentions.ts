import type { CatalogObject } from '../../model/catalog.ts'
import { bareNameOf, idAt, lastNameOf } from '../../model/object-id.ts'
import { schemaNameOf } from '../../model/qualified-name.ts'
import { codeInBody, plainName } from '../../sql/parsed/body-names.ts'

/** Operators by their names without schema: `===`. */
export type OperatorsByName = ReadonlyMap<string, readonly CatalogObject[]>

/** Those among objects, by their names. */
export function operatorsByName(objects: readonly CatalogObject[]): OperatorsByName {
  return Map.groupBy(
    objects.filter(({ kind }) => kind === 'operator'),
    ({ id }) => lastNameOf(id),
  )
}

interface Reading {
  readonly routine: CatalogObject
  /** Whether the routine finds an object by its name alone. */
  readonly isInPath: (object: CatalogObject) => boolean
}

/** The operators that a text of a routine names: with their schema, or without it where they are in the path. */
export function operatorsIn(
  text: string,
  operators: OperatorsByName,
  { routine, isInPath }: Reading,
): CatalogObject[] {
  const { bare, qualified } = operatorsInCode(codeInBody(text, { literals: true }))
  return (
    [...bare]
      .flatMap((name) => operators.get(name) ?? [])
      // the function of an operator comes before it, and means another one of its name
      .filter((operator) => idAt(operator, 'function') !== routine.id)
      .filter((operator) => {
        const schema = plainName(schemaNameOf(bareNameOf(operator.id)))
        return qualified.has(`${schema}.${lastNameOf(operator.id)}`) || isInPath(operator)
      })
  )
}

/** The operators that code names. */
interface CodeOperators {
  /** Without a schema: `===`. */
  readonly bare: ReadonlySet<string>
  /** With one, spelled as plainName spells it: `public.===` of `operator(public.===)`. */
  readonly qualified: ReadonlySet<string>
}

/** Finds the operators in code without comments and literals (manual, 4.1.3). */
function operatorsInCode(code: string): CodeOperators {
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
