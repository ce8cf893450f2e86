import type { Node, TypeName } from 'libpg-query'

/**
 * The types of the arguments by which a routine is called, named as format_type() prints them where the text tells it:
 * `integer`, `public.notes[]`. Names are not quoted.
 */
export function argumentTypes(parameters: readonly Node[] | undefined): string[] {
  return (parameters ?? []).flatMap((node) => {
    if (!('FunctionParameter' in node)) return []
    const { mode, argType } = node.FunctionParameter
    const isAnswer = mode === 'FUNC_PARAM_OUT' || mode === 'FUNC_PARAM_TABLE'
    return isAnswer || argType === undefined ? [] : [typeText(argType)]
  })
}

function typeText({ names = [], arrayBounds = [] }: TypeName): string {
  const words = names.map((node) => ('String' in node ? (node.String.sval ?? '') : ''))
  const own = words[0] === 'pg_catalog' ? words.slice(1) : words
  const name = own.join('.')
  // However many dimensions are written, it is one type.
  return `${longNames[name] ?? name}${arrayBounds.length > 0 ? '[]' : ''}`
}

/** What the parser calls by other names than people do (manual, table 8.1). */
const longNames: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bpchar: 'character',
  float4: 'real',
  float8: 'double precision',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  time: 'time without time zone',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
  timetz: 'time with time zone',
  varbit: 'bit varying',
  varchar: 'character varying',
}
