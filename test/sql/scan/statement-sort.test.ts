import { describe, expect, it } from 'vitest'
import { sortOfStatement } from '../../../src/sql/scan/statement-sort.ts'

describe('the sort of a statement', () => {
  it.each([
    ["alter role app password 's3cret'", 'alter role'],
    ['  -- s3cret\n/* s3cret /* again */ */ UPDATE public.notes set body = 1', 'update'],
    ['create or replace function public.f()', 'create function'],
    ['create unique index concurrently notes_idx on public.notes (id)', 'create index'],
    ['CREATE MATERIALIZED VIEW public.m as select 1', 'create materialized view'],
    ['alter default privileges for role s3cret', 'alter default privileges'],
    ['create foreign data wrapper f', 'create foreign data wrapper'],
    ['alter table"s3cret" add column a int', 'alter table'],
    ['select(1)', 'select'],
    ['vacuum;', 'vacuum'],
    ['set role s3cret', 'set'],
    ['autovacuum: VACUUM ANALYZE public.notes', 'autovacuum'],
    ['alter s3cret', 'alter'],
    ['s3cret table', 'unknown'],
    ["'s3cret", 'unknown'],
    ['-- s3cret', 'unknown'],
    ['/* s3cret', 'unknown'],
    ['<insufficient privilege>', 'unknown'],
    ['', 'unknown'],
  ])('of %j is %s', (text, sort) => {
    expect(sortOfStatement(text)).toBe(sort)
  })

  it('has no word of the text that is not its own, wherever the text is cut off', () => {
    const text =
      "/* s3cret */ alter user s3cret with password 's3cret' valid until 's3cret' -- s3cret"
    const sorts = Array.from(text, (_character, end) => sortOfStatement(text.slice(0, end)))
    expect([...new Set(sorts)]).toEqual(['unknown', 'alter', 'alter user'])
  })
})
