import { expect, test } from 'vitest'
import { compareSeal, parseSeal, renderSeal, sealFiles } from '../../src/files/checksum.ts'
import type { SealedFile } from '../../src/files/checksum.ts'

/** Files as `atlas migrate hash` 1.2.3 was given them, and the atlas.sum that it wrote. */
const files: readonly SealedFile[] = [
  file('001_initial.sql', 'create table public.t (id int);\n'),
  file('002_add_name.sql', 'alter table public.t add column name text;\n-- é\n'),
  file('010_odd.sql', '\uFEFFselect 1;\r\n'),
  file('002_Zero.sql', ''),
]
const sum = `h1:iUcqQeTHTDiNj9+XOhP1jTOwjQ/WFujxOKjD3vfKnr0=
001_initial.sql h1:MEvxHl6X0IwG5YRlB5bfkjkTWzXTZKIzKIiVckC7ur0=
002_Zero.sql h1:CdHixZb3d5jvNp6eQcbI/PKD5h/ndfMFBI3bY8E+pdY=
002_add_name.sql h1:Z8YxZ2A8zHhZ8sbFJLFKyLUUXwLFklb64BafXbQ8+OY=
010_odd.sql h1:hYxc/c+TDb8INqzeqF5as1RKiRznX2u1MKl+b1DQLww=
`

test('files are sealed as Atlas seals them, in byte order of their names', () => {
  expect(renderSeal(sealFiles(files))).toBe(sum)
})

test('an empty folder is sealed as Atlas seals it', () => {
  expect(renderSeal(sealFiles([]))).toBe('h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n')
})

test('a seal reads back as it was written', () => {
  expect(parseSeal(sum, 'atlas.sum')).toEqual(sealFiles(files))
})

test.each([
  ['', 1],
  ['not a seal\n', 1],
  [`${sum}x\n`, 6],
  [sum.replace('002_Zero.sql h1:', '002_Zero.sql '), 3],
  [`<<<<<<< HEAD\n${sum}`, 1],
])('%j is refused with the line that is wrong', (text, line) => {
  expect(() => parseSeal(text, 'dir/atlas.sum')).toThrow(
    `dir/atlas.sum:${String(line)}: not a line of atlas.sum. Write it again with: npm run hash`,
  )
})

test('unchanged files do not differ from their seal', () => {
  expect(compareSeal(sealFiles(files), files)).toEqual({ edited: [], added: [], missing: [] })
})

test('an edited file is named, and those behind it are not blamed', () => {
  const edited = files.map((each) =>
    each.name === '002_Zero.sql' ? file(each.name, 'select 2;') : each,
  )
  expect(compareSeal(sealFiles(files), edited)).toEqual({
    edited: ['002_Zero.sql'],
    added: [],
    missing: [],
  })
})

test('an edit is found although a file was put in before it', () => {
  const changed = [
    ...files.filter(({ name }) => name !== '010_odd.sql'),
    file('001_before.sql', 'select 1;'),
    file('010_odd.sql', 'select 3;'),
  ]
  expect(compareSeal(sealFiles(files), changed)).toEqual({
    edited: ['010_odd.sql'],
    added: ['001_before.sql'],
    missing: [],
  })
})

test('a missing file is named, and those behind it are not blamed', () => {
  const rest = files.filter(({ name }) => name !== '001_initial.sql')
  expect(compareSeal(sealFiles(files), rest)).toEqual({
    edited: [],
    added: [],
    missing: ['001_initial.sql'],
  })
})

test('a renamed file is one that is missing and one that was added', () => {
  const renamed = files.map((each) =>
    each.name === '010_odd.sql' ? { ...each, name: '011_odd.sql' } : each,
  )
  expect(compareSeal(sealFiles(files), renamed)).toEqual({
    edited: [],
    added: ['011_odd.sql'],
    missing: ['010_odd.sql'],
  })
})

function file(name: string, text: string): SealedFile {
  return { name, bytes: Buffer.from(text, 'utf8') }
}
