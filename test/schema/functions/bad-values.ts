import { quoteLiteral } from '../../../src/sql/quote.ts'
import { ciphertext } from '../ciphertext.ts'

/** A value to pass: SQL. */
type Value = string

const bytes = [200, 201, 500, 501, 2048, 2049, 65_536, 65_537, 131_073]
const texts: readonly Value[] = [
  'null',
  "''",
  "'t'",
  "'nonsense'",
  "'http://example.com'",
  "'https://' || repeat('é', 1021)",
  String.raw`E'\u202E\uFFFD\uFDD0\U0010FFFF\u0001 é\n'`,
  quoteLiteral("'; drop table public.profiles; --"),
  ...[ciphertext(1, 'data'), ciphertext(99_999, 'data'), 'ya29.data'].map(quoteLiteral),
  ...bytes.map((length) => `repeat('x', ${String(length)})`),
  // one character more than fits, of two bytes each
  ...bytes.map((length) => `repeat('é', ${String(Math.floor(length / 2) + 1)})`),
]

const jsonb: readonly Value[] = [
  'null',
  ...'null|0|true|"text"|{}|[]|[[]]|[null]|[1]|[{}]|{"a": "\u202E\uFFFD"}'
    .split('|')
    .map(quoteLiteral),
  quoteLiteral(`${'['.repeat(500)}${']'.repeat(500)}`),
  "to_jsonb(repeat('x', 262143))",
  "jsonb_build_object('a', repeat('x', 262144))",
  "jsonb_build_object('a', repeat('x', 524288))",
  '(select jsonb_agg(n) from generate_series(1, 1001) as n)',
]

const timestamps: readonly Value[] = [
  'null',
  ...['infinity', '-infinity', '4713-01-01 BC', '294276-12-31', '1970-01-01'].map(quoteLiteral),
]

const arrays: readonly Value[] = [
  'null',
  ...[
    '{}',
    '{null}',
    '{gmail,null}',
    '{gmail,drive,docs,sheets,calendar}',
    '{gmail,gmail,drive,docs,sheets,calendar}',
    '{{gmail,drive},{docs,sheets}}',
    '{{gmail,gmail},{docs,sheets},{docs,sheets}}',
    '{maps}',
    '{""}',
  ].map(quoteLiteral),
  "array_fill('s'::text, array[65])",
  "array[repeat('é', 4097)]",
]

/** By type: values of which most are wrong somewhere, at each bound and one above it. */
export const badValues: Readonly<Record<string, readonly Value[]>> = {
  text: texts,
  uuid: [
    'null',
    ...['00000000-0000-0000-0000-000000000000', '00000000-0000-4000-8000-00000000dead'].map(
      quoteLiteral,
    ),
  ],
  jsonb,
  integer: ['null', '0', '-1', '1001', '10001', '36501', '100001', '2147483647', '-2147483648'],
  bigint: ['null', '0', '-1', '9223372036854775807', '-9223372036854775808'],
  'timestamp with time zone': timestamps,
  'text[]': arrays,
}
