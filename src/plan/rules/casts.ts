/**
 * Whether PostgreSQL casts one of its built-in types to another: on assignment, only where requested, or not at all;
 * undefined where a type is not known here. Names are without length and brackets. Automatic conversions to and
 * from strings are no casts of these lists.
 */
export function castBetween(
  from: string,
  to: string,
): 'assignment' | 'explicit' | 'none' | undefined {
  const [before, after] = [casts[from], casts[to]]
  if (before === undefined || after === undefined) return undefined
  if (from === to || before.assigns.includes(to)) return 'assignment'
  return before.tells?.includes(to) === true ? 'explicit' : 'none'
}

/** The types of characters, to which PostgreSQL assigns anything, as its text. */
export const strings: ReadonlySet<string> = new Set(['text', 'character varying', 'character'])

interface Casts {
  readonly assigns: readonly string[]
  readonly tells?: readonly string[]
}

const numbers = ['smallint', 'integer', 'bigint', 'real', 'double precision', 'numeric']

/** pg_cast of 15 to 18: `assigns` are its contexts i and a, `tells` is e. */
const casts: Readonly<Record<string, Casts>> = {
  smallint: { assigns: [...numbers, 'oid'], tells: ['bytea'] },
  integer: { assigns: [...numbers, 'money', 'oid'], tells: ['boolean', 'bit', 'bytea'] },
  bigint: { assigns: [...numbers, 'money', 'oid'], tells: ['bit', 'bytea'] },
  real: { assigns: numbers },
  'double precision': { assigns: numbers },
  numeric: { assigns: [...numbers, 'money'] },
  money: { assigns: ['numeric'] },
  oid: { assigns: ['integer', 'bigint'] },
  boolean: { assigns: [], tells: ['integer'] },
  bit: { assigns: ['bit varying'], tells: ['integer', 'bigint'] },
  'bit varying': { assigns: ['bit'] },
  bytea: { assigns: [], tells: ['smallint', 'integer', 'bigint'] },
  date: { assigns: ['timestamp without time zone', 'timestamp with time zone'] },
  'time without time zone': { assigns: ['time with time zone', 'interval'] },
  'time with time zone': { assigns: ['time without time zone'] },
  'timestamp without time zone': {
    assigns: ['date', 'time without time zone', 'timestamp with time zone'],
  },
  'timestamp with time zone': {
    assigns: [
      'date',
      'time without time zone',
      'time with time zone',
      'timestamp without time zone',
    ],
  },
  interval: { assigns: ['time without time zone'] },
  inet: { assigns: ['cidr'] },
  cidr: { assigns: ['inet'] },
  macaddr: { assigns: ['macaddr8'] },
  macaddr8: { assigns: ['macaddr'] },
  json: { assigns: ['jsonb'] },
  jsonb: { assigns: ['json'], tells: ['boolean', ...numbers] },
  uuid: { assigns: [] },
  tsvector: { assigns: [] },
  tsquery: { assigns: [] },
  jsonpath: { assigns: [] },
  xml: { assigns: [] },
  name: { assigns: [] },
  pg_lsn: { assigns: [] },
  pg_snapshot: { assigns: [] },
  txid_snapshot: { assigns: [] },
  xid: { assigns: [] },
  xid8: { assigns: [], tells: ['xid'] },
  point: { assigns: ['box'] },
  line: { assigns: [] },
  lseg: { assigns: [], tells: ['point'] },
  box: { assigns: ['polygon'], tells: ['point', 'lseg'] },
  path: { assigns: ['polygon'] },
  polygon: { assigns: ['path'], tells: ['point', 'box'] },
  ...ranges(['int4', 'int8', 'num', 'ts', 'tstz', 'date']),
}

/** A range of one value is a multirange where that is requested; no other type is made of either. */
function ranges(names: readonly string[]): Record<string, Casts> {
  return Object.fromEntries(
    names.flatMap((name) => [
      [`${name}range`, { assigns: [], tells: [`${name}multirange`] }],
      [`${name}multirange`, { assigns: [] }],
    ]),
  )
}
