import { expect, it } from 'vitest'
import {
  bareNameOf,
  formatObjectId,
  idOf,
  kindOf,
  lastNameOf,
  parseObjectId,
} from '../../src/model/object-id.ts'
import type { ObjectId } from '../../src/model/catalog.ts'
import { quoteName } from '../../src/sql/quote.ts'
import { schemaNameOf, unquoteName } from '../../src/model/qualified-name.ts'
import { randomFrom, seed } from '../schema/random.ts'
import { asId } from '../support/object-ids.ts'

const signs = ['a', 'B', ' ', '.', '"', '(', ')', ':', ',', "'", 'é', '漢', '\n', 'table ', '[]']

it(`an id says again what it was made of, whatever the names (TEST_SEED=${String(seed)})`, () => {
  const { below } = randomFrom(seed)
  const name = (): string =>
    Array.from({ length: 1 + below(6) }, () => signs[below(signs.length)] ?? '').join('')
  for (let round = 0; round < 2000; round++) {
    const names = Array.from({ length: 1 + below(3) }, name)
    const list = below(2) === 0 ? undefined : [quoteName(name()), 'integer[]'].join(', ')
    const said = { kind: 'function', spelled: names.map(quoteName), arguments: list }
    const id = formatObjectId(said)
    expect(parseObjectId(id)).toEqual(said)
    expect(parseObjectId(id).spelled.map(unquoteName)).toEqual(names)
    expect(kindOf(id)).toBe('function')
    expect(bareNameOf(id)).toBe(said.spelled.join('.'))
    expect(lastNameOf(id)).toBe(names.at(-1))
    expect(schemaNameOf(bareNameOf(id))).toBe(names.length === 1 ? '' : said.spelled[0])
  }
})

it('an id whose name no dots take apart says it whole', () => {
  const ids = [
    'defaultPrivileges a in b: tables',
    'publicationMember "p q": public.notes',
    'publicationSchema p: public',
    'cast (integer AS public.mood)',
    'operatorClass public.ops USING btree',
  ].map(asId)
  expect(ids.map((id) => formatObjectId(parseObjectId(id)))).toEqual(ids)
})

it('a text is no id to the compiler', () => {
  // @ts-expect-error Only readers and the codec have ids.
  const put: ObjectId = 'table public.a'
  const made: ObjectId = idOf('table', 'public.a')
  expect(made).toBe(put)
})
