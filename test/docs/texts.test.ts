import { describe, expect, it } from 'vitest'
import { foreignKeyOf, keyColumns } from '../../src/docs/describe/foreign-key.ts'
import { predicateOf } from '../../src/docs/describe/predicate.ts'
import { pageOf } from '../../src/docs/text/file-names.ts'
import { markdownBlock, markdownCode, markdownText } from '../../src/docs/text/markdown-text.ts'
import { asId } from '../support/object-ids.ts'

describe('Markdown', () => {
  it('shows a text as it is', () => {
    expect(markdownText('user_id of _x_ *y* <b> | [a](b)')).toBe(
      'user_id of &#95;x&#95; &#42;y&#42; &#60;b&#62; &#124; &#91;a&#93;(b)',
    )
    expect(markdownText('1. first\r\nsecond')).toBe('&#49;. first<br>second')
    expect(markdownText('- no list')).toBe('&#45; no list')
  })

  it('shows code as it is, with backticks where they do', () => {
    expect(markdownCode('now()')).toBe('`now()`')
    expect(markdownCode('a | `b`')).toBe('<code>a &#124; &#96;b&#96;</code>')
    expect(markdownCode(' ')).toBe('<code> </code>')
  })

  it('fences a block with more backticks than are in it', () => {
    expect(markdownBlock('select ```')).toBe('````sql\nselect ```\n````\n')
  })
})

describe('the name of a page', () => {
  it('is that of the table where it can be', () => {
    expect(pageOf('public.user_notes2')).toBe('public/user_notes2.md')
  })

  it('differs where names differ by their case alone, and leaves no folder', () => {
    expect(pageOf('public."Notes"')).toBe('public/~4eotes.md')
    expect(pageOf('"a.b"."../é"')).toBe('a~2eb/~2e~2e~2f~c3~a9.md')
  })
})

describe('a foreign key', () => {
  it('is taken apart whatever its names hold', () => {
    const definition =
      'FOREIGN KEY ("a, b", PERIOD valid) REFERENCES public."x(y)"("c)", PERIOD valid) MATCH FULL ON UPDATE SET NULL ON DELETE CASCADE'
    const key = foreignKeyOf({
      kind: 'constraint',
      id: asId('constraint public.t."k "" ON DELETE RESTRICT"'),
      schema: 'public',
      parent: asId('table public.t'),
      attributes: { definition, comment: null },
    })
    expect(key).toEqual({
      name: '"k "" ON DELETE RESTRICT"',
      definition,
      comment: null,
      columns: ['"a, b"', 'valid'],
      table: 'public."x(y)"',
      referenced: ['"c)"', 'valid'],
      onDelete: 'cascade',
      onUpdate: 'set null',
    })
  })

  it('leaves the columns that a key only includes', () => {
    expect(keyColumns('UNIQUE NULLS NOT DISTINCT ("a, b", c) INCLUDE (d)')).toEqual(['"a, b"', 'c'])
    expect(keyColumns('PRIMARY KEY (id, valid WITHOUT OVERLAPS)')).toEqual(['id', 'valid'])
    expect(keyColumns('EXCLUDE USING gist (a WITH =)')).toEqual([])
  })
})

describe('an expression of a policy', () => {
  it.each([
    ['(user_id = ( SELECT auth.uid() AS uid))', 'own'],
    ['(auth.uid() = "User")', 'own'],
    ['true', 'every'],
    ['false', 'none'],
    ['(NOT true)', 'expression'],
    ['((user_id)::text = ( SELECT (auth.uid())::text AS uid))', 'expression'],
    ['((user_id = ( SELECT auth.uid() AS uid)) OR true)', 'expression'],
    ['(user_id <> ( SELECT auth.uid() AS uid))', 'expression'],
    ['(( SELECT auth.uid() AS uid) = auth.uid())', 'expression'],
    ['("x" = \'auth.uid()\'::text)', 'expression'],
    ['(a.user_id = auth.uid())', 'expression'],
  ])('%s is read as %s', (sql, kind) => {
    expect(predicateOf(sql).kind).toBe(kind)
  })
})
