import { describe, expect, it } from 'vitest'
import { upPartOf } from '../../../src/sql/scan/up-part.ts'

describe('a migration with what takes it back in the same file', () => {
  it.each([
    ['-- migrate:up', '-- migrate:down'],
    ['-- migrate:up transaction:false', '-- migrate:down transaction:false'],
    ['-- +goose Up', '-- +goose Down'],
    ['-- +migrate Up', '-- +migrate Down'],
    ['-- Up Migration', '-- Down Migration'],
    ['--- up migration', '--- down migration'],
    ['-- rambler up', '-- rambler down'],
    ['-- of tern', '---- create above / drop below ----'],
    ['-- --- !Ups', '-- --- !Downs'],
    ['-- // A change', '-- //@UNDO'],
    ['-- ==== UP ====', '-- ==== DOWN ===='],
  ])('is read to the mark: %s, %s', (up, down) => {
    const kept = `${up}\ncreate table a ();\n`
    const { text, notes } = upPartOf(`${kept}${down}\ndrop table a;\n`, 'a.sql')
    expect(text).toBe(`${kept}${' '.repeat(down.length)}\n${' '.repeat(13)}\n`)
    expect(notes).toEqual([
      `a.sql:3: what follows \`${down}\` takes the migration back, so it is left out.`,
    ])
  })

  it('may lead on again behind it', () => {
    const file = '-- +migrate Down\ndrop table a;\n-- +migrate Up\ncreate table a ();\n'
    const { text } = upPartOf(file, 'a.sql')
    expect(text.trim()).toBe('-- +migrate Up\ncreate table a ();')
    expect(text).toHaveLength(file.length)
  })

  it.each([
    '-- The down migration drops it\nselect 1;',
    '-- migrate the down payments\nselect 1;',
    'create function f() returns void language sql as $$\n-- migrate:down\nselect 1 $$;',
    '/*\n-- migrate:down\n*/ select 1;',
    "select '\n-- +goose Down\n';",
  ])('is no file that only speaks of it: %s', (text) => {
    expect(upPartOf(text, 'a.sql')).toEqual({ text, notes: [] })
  })
})
