import { describe, expect, test } from 'vitest'
import type { Catalog, CatalogObject, Value } from '../../src/model/catalog.ts'
import { diffCatalogs, isSameValue } from '../../src/model/compare-catalogs.ts'
import { asId } from '../support/object-ids.ts'

describe('two catalogs are compared object by object', () => {
  test('equal ones do not differ, whatever the order of objects', () => {
    const [a, b] = [thing('a', { x: 1 }), thing('b', { x: [1, 2] })]
    expect(diffCatalogs(catalogOf(a, b), catalogOf(b, a))).toEqual([])
  })

  test('what is added, removed and altered is told apart, in the order of ids', () => {
    const [gone, before] = [thing('gone', {}), thing('both', { x: 1, y: 2, z: 3 })]
    const [come, after] = [thing('come', {}), thing('both', { x: 1, y: 5, w: 4 })]
    expect(diffCatalogs(catalogOf(gone, before), catalogOf(after, come))).toEqual([
      { kind: 'altered', from: before, to: after, attributes: ['w', 'y', 'z'] },
      { kind: 'added', object: come },
      { kind: 'removed', object: gone },
    ])
  })

  test('an attribute that is absent is as one that is null', () => {
    expect(diffCatalogs(catalogOf(thing('a', { x: null })), catalogOf(thing('a', {})))).toEqual([])
  })
})

describe('two values are the same', () => {
  test.each<readonly [Value, Value, boolean]>([
    [{ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, true],
    [[1, 2], [2, 1], false],
    ['1', 1, false],
    [false, null, false],
    [[], null, false],
    ['', null, false],
  ])('%j and %j: %s', (a, b, same) => {
    expect(isSameValue(a, b)).toBe(same)
  })
})

function thing(id: string, attributes: CatalogObject['attributes']): CatalogObject {
  return { kind: 'table', id: asId(id), schema: null, parent: null, attributes }
}

function catalogOf(...objects: readonly CatalogObject[]): Catalog {
  const byId = new Map(objects.map((object) => [object.id, object]))
  return { serverVersion: 170_000, role: 'me', objects: byId, dependencies: [] }
}
