/**
 * A condition under which a type refuses a value when it is assigned, as SQL; undefined where none is known, or the type
 * refuses nothing. An explicit cast would cut a text that is too long.
 */
export function refusedBy(type: string, value: string): string | undefined {
  const found = /^(?<name>[a-z][a-z0-9 ]*?)\s*(?:\((?<mods>[\d\s,-]+)\))?$/i.exec(type.trim())
  const { name = '', mods = '' } = found?.groups ?? {}
  const numbers = mods.split(',').filter(Boolean).map(Number)
  return refusals[name.toLowerCase().replaceAll(/\s+/g, ' ')]?.(value, numbers)
}

type Refusal = (value: string, mods: readonly number[]) => string | undefined

/** Blanks behind the length are dropped, and nothing else. */
const ofText: Refusal = (value, [length]) =>
  length === undefined
    ? undefined
    : `pg_catalog.rtrim(pg_catalog.substr(${value}::text, ${String(length + 1)}), ' ') <> ''`

const ofChar: Refusal = (value, [length = 1]) => ofText(value, [length])

const within =
  (low: string, high: string): Refusal =>
  (value) =>
    `case when pg_catalog.pg_typeof(${value})::text in (${exact}) then pg_catalog.round(${value}::text::numeric) not between ${low} and ${high} else false end`

const exact = "'smallint', 'integer', 'bigint', 'numeric'"

const small = within('-32768', '32767')
const normal = within('-2147483648', '2147483647')
const big = within('-9223372036854775808', '9223372036854775807')

const ofNumeric: Refusal = (value, [precision, scale = 0]) =>
  precision === undefined
    ? undefined
    : `case when pg_catalog.pg_typeof(${value})::text in (${exact}) and ${value}::text <> 'NaN' ` +
      `then pg_catalog.abs(pg_catalog.round(${value}::text::numeric, ${String(scale)})) >= 10::numeric ^ ${String(precision - scale)} else false end`

/** Bits are neither cut nor filled up where they are assigned: all have the length, or none is longer. */
const ofBits =
  (compared: '<>' | '>'): Refusal =>
  (value, [length = compared === '<>' ? 1 : undefined]) =>
    length === undefined
      ? undefined
      : `case when pg_catalog.pg_typeof(${value})::text in ('bit', 'bit varying') then pg_catalog.length(${value}::text) ${compared} ${String(length)} else false end`

const refusals: Readonly<Record<string, Refusal>> = {
  varchar: ofText,
  'character varying': ofText,
  char: ofChar,
  character: ofChar,
  bpchar: ofText,
  smallint: small,
  int2: small,
  int: normal,
  integer: normal,
  int4: normal,
  bigint: big,
  int8: big,
  numeric: ofNumeric,
  decimal: ofNumeric,
  bit: ofBits('<>'),
  varbit: ofBits('>'),
  'bit varying': ofBits('>'),
}
