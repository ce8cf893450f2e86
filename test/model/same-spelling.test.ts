import { loadModule } from '../../src/parser.ts'
import { expect, test } from 'vitest'
import { isSameSpelling } from '../../src/model/spelling/same-spelling.ts'
import type { Frame } from '../../src/model/spelling/same-spelling.ts'

await loadModule()

test.for<[Frame, string, string]>([
  [
    'expression',
    "((a)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))",
    "((a)::text = ANY (ARRAY[('x'::character varying)::text, ('y'::character varying)::text]))",
  ],
  [
    'expression',
    '(ARRAY[ARRAY[1], ARRAY[2]])::bigint[]',
    'ARRAY[ARRAY[(1)::bigint], ARRAY[(2)::bigint]]',
  ],
  [
    'part',
    'CHECK ((((a >= 1) AND (a <= 2)) AND (b > 0)))',
    'CHECK (((a >= 1) AND (a <= 2) AND (b > 0)))',
  ],
  [
    'statement',
    'SELECT 1 AS a UNION ALL SELECT NULL::integer',
    'SELECT 1 AS a UNION ALL SELECT NULL::integer AS int4',
  ],
  ['list', "'x'::text", "'x'::text AS text"],
])('as a printed %s, %s is %s', ([frame, left, right]) => {
  expect(isSameSpelling(left, right, frame)).toBe(true)
  expect(isSameSpelling(right, left, frame)).toBe(true)
})

test.for<[Frame, string, string]>([
  ['expression', "(ARRAY['x'::character varying])::text[]", "ARRAY['x'::character varying]"],
  ['expression', '(ARRAY[1, 2])::bigint[]', 'ARRAY[(2)::bigint, (1)::bigint]'],
  ['expression', '(a AND (b OR c))', '((a AND b) OR c)'],
  ['expression', "'x '::text", "'x'::text"],
  ['statement', 'SELECT NULL::integer', 'SELECT NULL::integer AS int8'],
  [
    'statement',
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'select 1'",
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'select  1'",
  ],
  ['sql body', 'select 1', 'select  1'],
  ['expression', 'a +', 'a + '],
])('as a printed %s, %s is not %s', ([frame, left, right]) => {
  expect(isSameSpelling(left, right, frame)).toBe(false)
})
