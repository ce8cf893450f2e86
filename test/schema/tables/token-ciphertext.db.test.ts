import { describe, expect, test } from 'vitest'
import { quoteLiteral } from '../../../src/sql/quote.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { ciphertext } from '../ciphertext.ts'
import { withScene } from '../scene.ts'
import { put, tryOut, withRows } from './rows.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

describe('the ciphertext of a token', () => {
  const [iv, tag] = ['i'.repeat(16), 't'.repeat(22)]
  const longest = (bytes: number): string => `v1.${iv}.${tag}.`.padEnd(bytes, 'd')

  test.each([
    `v1.${iv}.${tag}.d`,
    `v9.${iv}.${tag}.AZaz09-_`,
    `v99999.${iv}.${tag}.d`,
    longest(16_384),
  ])('%.60s is taken', async (value) => {
    expect(await db.query(sql`select ${value}::public.token_ciphertext::text as value`)).toEqual([
      { value },
    ])
  })

  test.each([
    '',
    'ya29.a0AfH6SMBx7',
    '1//0gdYHp9aQx7',
    'v1',
    `v0.${iv}.${tag}.d`,
    `v01.${iv}.${tag}.d`,
    `v100000.${iv}.${tag}.d`,
    `v-1.${iv}.${tag}.d`,
    `v.${iv}.${tag}.d`,
    `V1.${iv}.${tag}.d`,
    `v1.${iv}x.${tag}.d`,
    `v1.${iv.slice(1)}.${tag}.d`,
    `v1.${iv}.${tag}x.d`,
    `v1.${iv}.${tag.slice(1)}.d`,
    `v1.${iv}.${tag}.`,
    `v1.${iv}.${tag}`,
    `v1.${iv}.${tag}.d=`,
    `v1.${iv}.${tag}.d+`,
    `v1.${iv}.${tag}.d/`,
    `v1.${iv}.${tag}.é`,
    `v1.${iv}.${tag}.d.d`,
    `v1.${iv}.${tag}.d\n`,
    `\nv1.${iv}.${tag}.d`,
    ` v1.${iv}.${tag}.d`,
    `v1.${iv}.${tag}.d `,
    `v1.${iv}.${tag}.d\nx`,
    `x\nv1.${iv}.${tag}.d`,
    longest(16_385),
  ])('%j is refused, and not echoed', async (value) => {
    await withScene(db, async (scene) => {
      const outcome = await scene.attempt(sql`select ${value}::public.token_ciphertext`)
      expect(outcome).toMatchObject({ kind: 'refused', code: '23514' })
      expect(JSON.stringify(outcome)).not.toContain(JSON.stringify(value).slice(1, -1) || '–')
    })
  })

  test.each([
    [`v1.${iv}.${tag}.d`, 1],
    [`v7.${iv}.${tag}.d`, 7],
    [`v99999.${iv}.${tag}.d`, 99_999],
    [longest(16_384), 1],
    [longest(16_385), null],
    [`v100000.${iv}.${tag}.d`, null],
    [`v9999999999.${iv}.${tag}.d`, null],
    [`v0.${iv}.${tag}.d`, null],
    ['v7', null],
    ['ya29.a0', null],
    [`v7.${iv}.${tag}.d\n`, null],
    ['', null],
    [null, null],
  ])('the key version of %.60j is %j', async (value, version) => {
    expect(await db.query(sql`select private.key_version_of(${value}) as version`)).toEqual([
      { version },
    ])
  })
})

describe('a token', () => {
  const places = [
    place('oauth_tokens', 'access_token', 'key_version'),
    place('oauth_tokens', 'refresh_token', 'refresh_key_version'),
    place('user_tokens', 'access_token', 'key_version'),
    place('user_tokens', 'refresh_token', 'refresh_key_version'),
    place('profiles', 'google_access_token', 'google_key_version'),
    place('profiles', 'google_refresh_token', 'google_refresh_key_version'),
  ]

  test.each(places)(
    'in $column of $table fills $version, and its key must be registered',
    async ({ table, column, version, key }) => {
      await withRows(db, async (scene) => {
        await scene.text('savepoint before')
        expect(await put(scene, table, { [column]: quoteLiteral(ciphertext(2, 'x')) })).toBe('done')
        expect(
          await scene.query(sql`
          select count(*)::integer as count
          from ${sql.ident(...table.split('.'))}
          where ${sql.ident(version)} = 2
        `),
        ).toEqual([{ count: 1 }])
        await scene.text('rollback to savepoint before')
        const unknown = { [column]: quoteLiteral(ciphertext(77, 'x')) }
        expect(await tryOut(scene, table, unknown)).toBe('23503 no key of version 77 is registered')
        // the foreign key is the second line
        await scene.text(`alter table ${table} disable trigger check_token_keys`)
        expect(await tryOut(scene, table, unknown)).toBe(`23503 ${key}`)
        expect(await tryOut(scene, table, { [column]: "'ya29.a0AfH6SMB'" })).toMatch(/^23514 /)
      })
    },
  )

  test('its key version cannot be given by hand', async () => {
    await withRows(db, async (scene) => {
      expect(await tryOut(scene, 'public.user_tokens', { key_version: '1' })).toMatch(/^428C9/)
    })
  })

  test('a key that tokens use cannot be deleted', async () => {
    await withRows(db, async (scene) => {
      expect(await put(scene, 'public.user_tokens')).toBe('done')
      expect(
        await scene.attempt(sql`delete from private.encryption_keys where version = 1`),
      ).toMatchObject({ code: '23503' })
      expect(
        await scene.attempt(sql`delete from private.encryption_keys where version = 2`),
      ).toMatchObject({ kind: 'done' })
    })
  })
})

/** A column of tokens, the column of its key's version, and the foreign key of that. */
function place(
  table: string,
  column: string,
  version: string,
): Readonly<Record<'table' | 'column' | 'version' | 'key', string>> {
  return { table: `public.${table}`, column, version, key: `${table}_${version}_fkey` }
}
