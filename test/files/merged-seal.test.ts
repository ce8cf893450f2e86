import { describe, expect, it } from 'vitest'
import { renderSeal, sealFiles } from '../../src/files/checksum.ts'
import { compareMergedSeal, parseMergedSeal } from '../../src/files/merged-seal.ts'

type Texts = Readonly<Record<string, string>>

const common = { '001_a.sql': 'a', '002_b.sql': 'b' }
const ours = { ...common, '003_ours.sql': 'o', '004_ours_too.sql': 'oo' }
const theirs = { ...common, '003_theirs.sql': 't', '0025_between.sql': 'x' }
const merged = { ...ours, ...theirs }
const fine = { edited: [], added: [], missing: [] }

/** atlas.sum as git leaves it, each side whole. */
const conflict = `<<<<<<< HEAD
${sealOf(ours)}||||||| 0123abc
${sealOf(common)}=======
${sealOf(theirs)}>>>>>>> main
`

describe('atlas.sum after a merge', () => {
  it.each<[string, string, object]>([
    ['with the marks of a conflict fits the files of both sides', conflict, fine],
    ['fits where somebody took both sides', sealOf(ours) + sealOf(theirs), fine],
    [
      'that is of one side lacks the files of the other',
      sealOf(ours),
      { ...fine, added: ['0025_between.sql', '003_theirs.sql'] },
    ],
  ])('%s', (_name, text, expected) => {
    expect(compare(text, merged)).toEqual(expected)
  })

  it.each(Object.keys(merged))('does not fit an edit of %s', (name) => {
    const [edited] = compare(conflict, { ...merged, [name]: 'edited' }).edited
    expect(edited).toBe(name)
  })

  it('names a file that is gone, and that no line behind it fits', () => {
    const { '001_a.sql': _gone, ...rest } = ours
    expect(compare(sealOf(ours), rest)).toEqual({
      edited: ['002_b.sql', '003_ours.sql', '004_ours_too.sql'],
      added: [],
      missing: ['001_a.sql'],
    })
  })

  it('does not fit where the two sides have other texts of one file', () => {
    const other = sealOf({ ...theirs, '001_a.sql': 'edited' })
    expect(compare(sealOf(ours) + other, merged).edited[0]).toBe('001_a.sql')
  })

  it('has no other lines', () => {
    expect(() => parseMergedSeal(`${sealOf(common)}hello\n`, 'atlas.sum')).toThrow(
      'atlas.sum:4: not a line of atlas.sum. Write it again with: npm run hash',
    )
  })
})

function filesOf(texts: Texts): Parameters<typeof sealFiles>[0] {
  return Object.keys(texts)
    .toSorted()
    .map((name) => ({ name, bytes: Buffer.from(texts[name] ?? '') }))
}

function sealOf(texts: Texts): string {
  return renderSeal(sealFiles(filesOf(texts)))
}

function compare(text: string, texts: Texts): ReturnType<typeof compareMergedSeal> {
  return compareMergedSeal(parseMergedSeal(text, 'atlas.sum'), filesOf(texts))
}
