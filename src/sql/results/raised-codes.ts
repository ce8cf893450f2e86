import { codeOfCondition } from './condition-codes.ts'
import { queryText, visitPlpgsql } from './plpgsql-tree.ts'

/**
 * The SQLSTATEs that a function in PL/pgSQL raises by itself, as far as its text tells, in their order; of a condition
 * that is not known here its name.
 */
export async function findRaisedCodes(definition: string): Promise<string[]> {
  const found = new Set<string>()
  await visitPlpgsql(definition, (name, value) => {
    if (name === 'PLpgSQL_stmt_raise') for (const code of codesOf(value)) found.add(code)
  })
  return [...found].toSorted()
}

/** The level of an error, in PostgreSQL's elog.h. */
const errorLevel = 21

function codesOf(value: unknown): string[] {
  const raise = fieldsOf(value)
  if (raise['elog_level'] !== errorLevel) return []
  const { condname: condition } = raise
  if (typeof condition === 'string') return [codeOfCondition(condition)]
  const codes = Object.values(fieldsOf(raise['options'])).flatMap(optionCodes)
  // Neither a message nor a code: what was caught goes on.
  return codes.length > 0 || raise['message'] === undefined
    ? codes
    : [codeOfCondition('raise_exception')]
}

/** `errcode = …`, with every name or code that stands in it as a literal. */
function optionCodes(option: unknown): string[] {
  const { opt_type: type } = fieldsOf(fieldsOf(option)['PLpgSQL_raise_option'])
  if (type !== 0) return []
  const text = queryText(option) ?? ''
  return [...text.matchAll(/'(?<name>[a-z_]{6,}|[0-9A-Z]{5})'/g)].map(({ groups }) =>
    codeOfCondition(groups?.['name'] ?? ''),
  )
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {}
}
