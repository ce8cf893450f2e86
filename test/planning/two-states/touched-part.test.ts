import { expect, test } from 'vitest'
import type { Catalog, CatalogObject, ObjectId } from '../../../src/model/catalog.ts'
import type { Kind } from '../../../src/model/kind.ts'
import { kindOf } from '../../../src/model/object-id.ts'
import { onlyObjects, touchedPart } from '../../../src/planning/two-states/touched-part.ts'
import { asId } from '../../support/object-ids.ts'

/** Lines are objects with what they need: `view public.v: table public.a`, parts below their table. */
function catalogOf(lines: readonly string[]): Catalog {
  const parsed = lines.map((line) => {
    const [name = '', needs = ''] = line.split(': ')
    return { id: asId(name), needs: needs === '' ? [] : needs.split(', ').map(asId) }
  })
  return {
    serverVersion: 170000,
    role: 'postgres',
    objects: new Map(parsed.map(({ id }) => [id, objectOf(id)])),
    dependencies: parsed.flatMap(({ id, needs }) =>
      needs.map((needed) => ({ dependent: id, needed })),
    ),
  }
}

function objectOf(id: ObjectId): CatalogObject {
  const kind = kindOf(id)
  if (kind === undefined) throw new Error(id)
  const name = id.slice(kind.length + 1)
  const parts: readonly Kind[] = ['column', 'constraint', 'trigger']
  const parent = parts.includes(kind) ? asId(`table ${name.slice(0, name.lastIndexOf('.'))}`) : null
  const attributes = { type: name.endsWith('_fkey') ? 'foreign' : 'other' }
  return { kind, id, schema: 'public', parent, attributes }
}

const catalog = catalogOf([
  'schema public',
  'function public.f: schema public',
  'table public.a: schema public',
  'column public.a.id',
  'constraint public.a.a_pkey: column public.a.id',
  'constraint public.a.a_fkey: table public.far',
  'trigger public.a.t: function public.f',
  'table public.b: schema public',
  'column public.b.a',
  'constraint public.b.b_fkey: column public.b.a, constraint public.a.a_pkey',
  'view public.of_b: column public.b.a',
  'view public.of_view: view public.of_b',
  'table public.far: schema public',
  'table public.part: table public.far',
  'eventTrigger watch: function public.g',
  'function public.g: schema public',
])

/** What is touched by a statement of a kind about an object, but for what is always there. */
function touched(verb: 'alter' | 'comment', object: string): string[] {
  const statement = { verb, object: asId(object), risks: [] }
  const plan = { segments: [{ statements: [statement] }] }
  const part = touchedPart({ from: catalog, to: catalog }, [plan])
  const usual = ['schema public', 'eventTrigger watch', 'function public.g'].map(asId)
  return [...part].filter((id) => !usual.includes(id)).toSorted()
}

test('what depends on an altered object is touched, through others too', () => {
  const all = touched('alter', 'column public.b.a')
  expect(all).toContain('view public.of_b')
  expect(all).toContain('view public.of_view')
})

test('a table that is only referred to comes with its columns and keys, without what it refers to', () => {
  const all = touched('alter', 'column public.b.a')
  expect(all).toContain('constraint public.a.a_pkey')
  expect(all).toContain('column public.a.id')
  expect(all).not.toContain('constraint public.a.a_fkey')
  expect(all).not.toContain('trigger public.a.t')
  expect(all).not.toContain('table public.far')
})

test('an altered table comes with all that is its own, and with what that needs', () => {
  const all = touched('alter', 'table public.a')
  expect(all).toContain('trigger public.a.t')
  expect(all).toContain('function public.f')
  expect(all).toContain('constraint public.b.b_fkey')
  expect(all).toContain('table public.part')
})

test('what is only said of an object touches nothing that depends on it', () => {
  expect(touched('comment', 'view public.of_b')).toEqual([
    'column public.b.a',
    'table public.b',
    'view public.of_b',
  ])
})

test('a schema is touched alone', () => {
  expect(touched('alter', 'schema public')).toEqual([])
})

test('event triggers are always touched, since they answer to statements', () => {
  const part = touchedPart({ from: catalog, to: catalog }, [])
  expect([...part].toSorted()).toEqual(['eventTrigger watch', 'function public.g', 'schema public'])
})

test('a part of a catalog has the dependencies between its own objects', () => {
  const part = onlyObjects(catalog, (id) => id !== asId('view public.of_b'))
  expect(part.objects.has(asId('view public.of_view'))).toBe(true)
  expect(part.dependencies.some(({ needed }) => needed === asId('view public.of_b'))).toBe(false)
})
