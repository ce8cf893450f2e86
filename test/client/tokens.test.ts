import { createSecretKey, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import {
  associatedData,
  decrypt,
  encrypt,
  fingerprintOf,
  generateKey,
  needsRotation,
  open,
  parseKeyRing,
  seal,
  versionOf,
} from '../../client/tokens.ts'
import type { KeyRing, TokenColumn, TokenPlace } from '../../client/tokens.ts'
import { randomFrom, seed } from '../schema/random.ts'
import { nistVectors } from './nist-vectors.ts'

const ring = parseKeyRing([generateKey(1), generateKey(2), generateKey(99_999)].join())
const place = {
  userId: randomUUID(),
  provider: 'google',
  column: 'user_tokens.access_token',
} as const
const random = randomFrom(seed)
const refusal = { name: 'TokenError', message: 'the token cannot be decrypted' }

const columns: readonly TokenColumn[] = [
  'oauth_tokens.access_token',
  'oauth_tokens.refresh_token',
  'user_tokens.access_token',
  'user_tokens.refresh_token',
  'profiles.google_access_token',
  'profiles.google_refresh_token',
]

describe('AES-256-GCM', () => {
  it.each(nistVectors)('makes what NIST publishes of $key and $iv', (vector) => {
    const key = createSecretKey(bytes(vector.key))
    const given = { iv: bytes(vector.iv), associated: bytes(vector.associated) }
    const sealed = seal(key, { ...given, data: bytes(vector.plain) })
    expect({ data: hex(sealed.data), tag: hex(sealed.tag) }).toEqual({
      data: vector.data,
      tag: vector.tag,
    })
    expect(hex(open(key, { ...given, ...sealed }))).toBe(vector.plain)
  })
})

describe('the vectors of client/README.md', async () => {
  const vectors = await readVectors()

  it('are three', () => {
    expect(vectors).toHaveLength(3)
  })

  it.each(vectors)('hold for $column', ({ key, iv, token, ciphertext, fingerprint, ...rest }) => {
    const own = parseKeyRing(key)
    const secret = keyOf(own)
    const associated = associatedData(rest)
    const { tag, data } = seal(secret, { iv: bytes(iv), data: Buffer.from(token), associated })
    expect({
      associatedData: Buffer.from(associated).toString(),
      decrypted: decrypt(ciphertext, rest, own),
      parts: ciphertext.split('.').slice(2),
      fingerprint: fingerprintOf(secret),
    }).toEqual({
      associatedData: rest.associatedData,
      decrypted: token,
      parts: [tag, data].map((part) => Buffer.from(part).toString('base64url')),
      fingerprint,
    })
  })
})

describe(`a token (seed ${String(seed)})`, () => {
  it('comes back as it was, 10,000 times, in the form that the database takes', () => {
    const domain = /^v[1-9][0-9]{0,4}\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]+$/
    const texts = new Set<string>()
    for (let round = 0; round < 10_000; round += 1) {
      const token = anyToken()
      const where = anyPlace()
      const ciphertext = encrypt(token, where, ring)
      if (domain.test(ciphertext) && decrypt(ciphertext, where, ring) === token)
        texts.add(ciphertext)
    }
    expect(texts.size).toBe(10_000)
  })

  it('is refused by one message, however it was changed, 10,000 times', () => {
    const messages = new Map<string, number>()
    for (let round = 0; round < 10_000; round += 1) {
      const where = anyPlace()
      const ciphertext = corrupt(encrypt(anyToken(), where, ring))
      const said = outcomeOf(() => decrypt(ciphertext, where, ring))
      messages.set(said, (messages.get(said) ?? 0) + 1)
    }
    expect([...messages]).toEqual([['TokenError: the token cannot be decrypted', 10_000]])
  })

  it('is refused in every place but its own', () => {
    const ciphertext = encrypt('t', place, ring)
    const others: readonly TokenPlace[] = [
      { ...place, userId: randomUUID() },
      { ...place, provider: 'github' },
      ...columns
        .filter((column) => column !== place.column)
        .map((column) => ({ ...place, column })),
      { ...place, userId: 'nobody' },
      { ...place, provider: 'google|user_tokens.access_token' },
    ]
    for (const other of others) {
      expect(() => decrypt(ciphertext, other, ring)).toThrow(expect.objectContaining(refusal))
    }
    expect(decrypt(ciphertext, { ...place, userId: place.userId.toUpperCase() }, ring)).toBe('t')
  })

  it('is refused with another key of its version, and without one', () => {
    const ciphertext = encrypt('t', place, ring)
    for (const other of [parseKeyRing(generateKey(1)), parseKeyRing(generateKey(2))]) {
      expect(() => decrypt(ciphertext, place, other)).toThrow(expect.objectContaining(refusal))
    }
  })

  it('has one spelling: other last bits of tag and data are refused', () => {
    const ciphertext = encrypt('four', place, ring)
    const [version = '', iv = '', tag = '', data = ''] = ciphertext.split('.')
    const spelled = [
      [version, iv, nextLast(tag), data].join('.'),
      [version, iv, tag, nextLast(data)].join('.'),
    ]
    for (const other of spelled) {
      expect(partsOf(other)).toEqual(partsOf(ciphertext))
      expect(() => decrypt(other, place, ring)).toThrow(expect.objectContaining(refusal))
    }
  })

  it('may be as long as the database takes, and not longer', () => {
    // v1, three dots, 16 and 22 characters leave 16,341 for the data: 12,255 bytes.
    expect(encrypt('x'.repeat(12_255), place, ring)).toHaveLength(16_383)
    expect(() => encrypt('x'.repeat(12_257), place, ring)).toThrow(
      'the token is too long: encrypted it has 16386 characters, of at most 16384',
    )
  })

  it.each([
    ['', place, 'an empty token cannot be encrypted'],
    ['\uD800', place, 'the token is not well-formed Unicode, so it cannot be encrypted'],
    ['t', { ...place, userId: '' }, 'the id of the user is not a UUID'],
    ['t', { ...place, provider: 'a|b' }, 'that is not the name of a provider, such as google'],
    [
      't',
      { ...place, provider: 'github', column: 'profiles.google_access_token' as const },
      'profiles holds tokens of google only',
    ],
  ])('%j is refused when it cannot be stored', (token, where, message) => {
    expect(() => encrypt(token, where, ring)).toThrow(
      expect.objectContaining({ name: 'TokenError', message }),
    )
  })
})

describe('needsRotation', () => {
  it('is true of every key but the first of the ring', () => {
    const [one, two] = [generateKey(1), generateKey(2)]
    const ciphertext = encrypt('t', place, parseKeyRing(`${one},${two}`))
    expect(versionOf(ciphertext)).toBe(1)
    expect(needsRotation(ciphertext, parseKeyRing(`${one},${two}`))).toBe(false)
    expect(needsRotation(ciphertext, parseKeyRing(`${two},${one}`))).toBe(true)
    expect(() => needsRotation('plain', ring)).toThrow(expect.objectContaining(refusal))
  })
})

describe('a key ring', () => {
  const good = `1:${Buffer.alloc(32, 9).toString('base64')}`

  it.each([
    ['', 'the key ring is empty'],
    [' \n', 'the key ring is empty'],
    [',', 'entry 1 of the key ring is not VERSION:BASE64'],
    [`${good},`, 'entry 2 of the key ring is not VERSION:BASE64'],
    [base64Of(32), 'entry 1 of the key ring is not VERSION:BASE64'],
    [
      `1:${base64Of(31)}`,
      'entry 1 of the key ring, version 1: the key has 31 bytes, it must have 32',
    ],
    [
      `1:${base64Of(33)}`,
      'entry 1 of the key ring, version 1: the key has 33 bytes, it must have 32',
    ],
    ['1:', 'entry 1 of the key ring, version 1: the key has 0 bytes, it must have 32'],
    [`1:${base64Of(32).slice(0, -1)}`, 'entry 1 of the key ring, version 1: the key is not base64'],
    [
      `1:${base64Of(32).slice(0, -3)}*b=`,
      'entry 1 of the key ring, version 1: the key is not base64',
    ],
    [`1 :${base64Of(32)}`, versionSentence(1)],
    [`0:${base64Of(32)}`, versionSentence(1)],
    [`01:${base64Of(32)}`, versionSentence(1)],
    [`100000:${base64Of(32)}`, versionSentence(1)],
    [`-1:${base64Of(32)}`, versionSentence(1)],
    [`${good},two:${base64Of(32)}`, versionSentence(2)],
    [`${good},1:${base64Of(32)}`, 'version 1 is there twice'],
    [`${good},2:${good.slice(2)}`, 'versions 1 and 2 are the same key'],
  ])('%j is refused by a sentence that holds no key', (text, message) => {
    expect(() => parseKeyRing(text)).toThrow(
      expect.objectContaining({ name: 'TokenError', message }),
    )
  })

  it('may have spaces and line ends around its entries', () => {
    const { current, keys } = parseKeyRing(` ${generateKey(7)} ,\n${good}\n`)
    expect({ current, versions: [...keys.keys()] }).toEqual({ current: 7, versions: [7, 1] })
  })

  it('shows no key when it is printed', () => {
    const shown = inspect(parseKeyRing(good), { depth: 9, showHidden: true })
    expect(shown).not.toContain(good.slice(2, 10))
    expect(shown).not.toContain(Buffer.from(good.slice(2), 'base64').toString('hex').slice(0, 8))
  })

  it.each([0, 100_000, 1.5, Number.NaN])('cannot have a version %d', (version) => {
    expect(() => generateKey(version)).toThrow('a version is a number from 1 to 99999')
  })
})

function base64Of(count: number): string {
  return Buffer.alloc(count, 7).toString('base64')
}

interface Vector extends TokenPlace {
  readonly key: string
  readonly iv: string
  readonly associatedData: string
  readonly token: string
  readonly ciphertext: string
  readonly fingerprint: string
}

async function readVectors(): Promise<readonly Vector[]> {
  const page = await readFile(new URL('../../client/README.md', import.meta.url), 'utf8')
  const block = /```json vectors\n(?<json>.*?)```/s.exec(page)?.groups?.['json'] ?? '[]'
  const vectors: readonly Vector[] = JSON.parse(block)
  return vectors
}

function versionSentence(entry: number): string {
  return `entry ${String(entry)} of the key ring begins with no version, a number from 1 to 99999`
}

function keyOf({ keys, current }: KeyRing) {
  const key = keys.get(current)
  if (key === undefined) throw new Error('no key')
  return key
}

function anyPlace(): TokenPlace {
  const column = columns[random.below(columns.length)] ?? place.column
  const provider = column.startsWith('profiles.')
    ? 'google'
    : ['google', 'github', 'x_1'][random.below(3)]
  return { userId: randomUUID(), provider: provider ?? 'google', column }
}

/** 1 to 200 characters of any plane, zero bytes and a byte order mark among them. */
function anyToken(): string {
  const alphabet = ['a', 'Z', '9', '-', '_', '.', '\0', '\uFEFF', 'é', '–', '🔑', '\u{10FFFF}']
  const length = 1 + random.below(200)
  return Array.from({ length }, () => alphabet[random.below(alphabet.length)]).join('')
}

/** Another text: one character replaced, removed, inserted or doubled, two parts exchanged, or the end cut off. */
function corrupt(ciphertext: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.v= \n+/é'
  const at = random.below(ciphertext.length)
  const letter = alphabet[random.below(alphabet.length)] ?? 'A'
  const [version, iv, tag, data] = ciphertext.split('.')
  const ways = [
    ciphertext.slice(0, at) + letter + ciphertext.slice(at + 1),
    ciphertext.slice(0, at) + ciphertext.slice(at + 1),
    ciphertext.slice(0, at) + letter + ciphertext.slice(at),
    ciphertext.slice(0, at),
    ciphertext + letter,
    ciphertext + ciphertext,
    [version, iv, data, tag].join('.'),
    ['v2', iv, tag, data].join('.'),
    ciphertext.toLowerCase(),
    '',
  ]
  const changed = ways[random.below(ways.length)] ?? ''
  return changed === ciphertext ? corrupt(ciphertext) : changed
}

function outcomeOf(use: () => unknown): string {
  try {
    use()
    return 'accepted'
  } catch (error) {
    return String(error)
  }
}

/** The same bytes in another spelling: the last character's unused bits are others. */
function nextLast(part: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return part.slice(0, -1) + (alphabet[alphabet.indexOf(part.at(-1) ?? '') + 1] ?? '')
}

function partsOf(ciphertext: string): string[] {
  return ciphertext.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'))
}

function bytes(text: string): Buffer {
  return Buffer.from(text, 'hex')
}

function hex(data: Uint8Array): string {
  return Buffer.from(data).toString('hex')
}
