import { expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'
import { defaultPrivileges } from '../../support/default-privileges.ts'
import type { Rows } from '../../support/database.ts'
import { asAuthAdmin } from '../../support/roles.ts'
import type { Actor } from '../../support/roles.ts'
import { randomFrom, seed } from '../random.ts'
import type { Random } from '../random.ts'

const db = useDatabase({ kind: 'migrations', mode: defaultPrivileges })

const cases = 300

// Attack: make a sign-up or a change of e-mail fail by hostile names, addresses and metadata of the account.
// Stopped by: the triggers cut or leave out what does not fit, and never raise.
test(`no sign-up and no change of e-mail fails, whatever the account says of itself (seed ${seed})`, async () => {
  const random = randomFrom(seed)
  const metadata = Array.from({ length: cases }, () => anyMetadata(random))
  const emails = metadata.map(() => anyEmail(random))
  const others = metadata.map(() => anyEmail(random))
  await asAuthAdmin(db, async (actor) => {
    // E-mails are unique but for those of single sign-on.
    const ids = await signUp(actor, metadata, emails)
    await actor.query(sql`
      update auth.users as u
      set email = t.email
      from unnest(${ids}::uuid[], ${others}::text[]) as t (id, email)
      where u.id = t.id
    `)
    await actor.become('postgres', {})
    const profiles = await actor.query(sql`
      select p.id, p.email is null as "withoutEmail"
      from public.profiles as p
      where p.id = any (${ids}::uuid[])
    `)
    const found = new Map(profiles.map(({ id, withoutEmail }) => [id, withoutEmail]))
    const wrong = ids.flatMap((id, index) =>
      found.get(id) === (others[index] === null)
        ? []
        : [{ metadata: metadata[index], email: others[index] }],
    )
    expect(wrong).toEqual([])
  })
})

async function signUp(
  { query }: Actor,
  metadata: readonly (string | null)[],
  emails: readonly (string | null)[],
): Promise<string[]> {
  const rows: Rows = await query(sql`
    insert into auth.users (id, email, raw_user_meta_data, is_sso_user)
    select gen_random_uuid(), t.email, t.metadata::jsonb, true
    from unnest(${metadata}::text[], ${emails}::text[]) with ordinality as t (metadata, email, place)
    order by t.place
    returning id
  `)
  return rows.map(({ id }) => String(id))
}

function anyMetadata(random: Random): string | null {
  if (random.below(20) === 0) return null
  const value = random.below(5) === 0 ? anyValue(random, 3) : anyProfile(random)
  return JSON.stringify(value)
}

const keys = [
  'full_name',
  'name',
  'avatar_url',
  'picture',
  'id',
  'email',
  'sub',
  '',
  '__proto__',
] as const

function anyProfile(random: Random): unknown {
  const count = random.below(6)
  return Object.fromEntries(
    Array.from({ length: count }, () => [random.pick(keys), anyValue(random, 2)]),
  )
}

function anyValue(random: Random, depth: number): unknown {
  if (depth > 0 && random.below(6) === 0) {
    const items = Array.from({ length: random.below(4) }, () => anyValue(random, depth - 1))
    return random.below(2) === 0
      ? items
      : Object.fromEntries(items.map((item, at) => [String(at), item]))
  }
  const plain = [null, true, false, 0, -1, 1e308, 1e-308, 123_456_789_012_345_680_000] as const
  return random.below(5) === 0 ? random.pick(plain) : anyText(random)
}

/** Lengths at the bounds of names and of addresses, in bytes and in characters. */
const lengths = [
  0, 1, 2, 49, 50, 51, 66, 67, 100, 199, 200, 201, 1000, 2039, 2040, 2041, 2048, 2049,
] as const

const pieces = [
  'x',
  'é',
  '€',
  '🐎',
  'e\u0301',
  '\u202e',
  '\u0001',
  '\u007f',
  '\uffff',
  '\u200d',
  '\n',
  '\\',
  "'",
  '"',
  '%s',
  '$$',
  "'; drop table public.profiles; --",
  '<script>',
] as const

const starts = [
  '',
  '',
  'https://',
  'HTTPS://',
  'http://',
  'javascript:',
  ' https://',
  'https://\n',
] as const

function anyText(random: Random): string {
  return (
    random.pick(starts) + random.pick(pieces).repeat(random.pick(lengths)) + random.pick(pieces)
  )
}

/** What auth.users takes: 255 characters. */
function anyEmail(random: Random): string | null {
  if (random.below(6) === 0) return null
  return Array.from(random.pick(pieces).repeat(random.pick(lengths)))
    .slice(0, 255)
    .join('')
}
