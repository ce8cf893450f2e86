import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, home } from '../support/tracked-files.ts'

/** Words of the house where PostgreSQL and compilers have terms, with the term to use. */
const houseWords: readonly (readonly [RegExp, string])[] = [
  [/\bamiss\b/i, 'differs'],
  [/\banew\b/i, 'again, recreated'],
  [/\bhang(?:s|ing)? (?:on|off)\b/i, 'depends on, dependents'],
  [/\bof (?:its|their|your|our|his) own\b/i, 'separate, local'],
  [/\bof (?:itself|themselves)\b/i, 'local'],
  [/\bvouch(?:es|ed)?\b/i, 'has an entry for, matches'],
  [/\bmend(?:s|ed)?\b/i, 'fix'],
  [/\bdeeds?\b/i, 'object change'],
  [/\bleavings\b/i, 'own scratch databases'],
  [/\bwish(?:es)?\b/i, 'requested rename'],
  [/\bdisown(?:s|ed)?\b/i, 'fallback'],
  [/\bways? (?:back|up|down|there)\b/i, 'up direction, down direction'],
  [/\bbe given again\b/i, 'returned before'],
  [/\bcircles?\b|\bknots?\b/i, 'cycle'],
  [/\b(?:taken?|takes|took) back\b/i, 'rolled back, revoked, undone'],
  [/\bown rules?\b/i, 'the planner'],
  [/\bin (?:its|their) stead\b|\bthereof\b/i, 'instead'],
  [/\bmakes? way\b|\bsteps? aside\b/i, 'is dropped, gets a temporary name'],
  [/\bstands? (?:for|behind|above|below|beside|against|alone)\b/i, 'is, means, follows'],
  [/\bbeside (?:the|it|its|what|that)\b/i, 'next to, besides'],
  [/\bwhosever\b|\bthe like\b/i, 'any, similar'],
]

const sources = await filesBelow('src')
const pages = [
  'README.md',
  'GLOSSARY.md',
  'CONTRIBUTING.md',
  'STYLE.md',
  // What docs/schema says is the database's: its names and comments are in schema/.
  ...(await filesBelow('docs', '.md')).filter((path) => !path.startsWith('docs/schema/')),
]

/** What may have a house word, and why. */
const excepted: Readonly<Record<string, string>> = {
  'GLOSSARY.md': 'its last column lists the words that are not used',
}

describe('plain technical words', () => {
  it('are those of src and of the pages', async () => {
    expect(sources.length).toBeGreaterThan(300)
    const texts = await Promise.all([...sources, ...pages].map(read))
    const found = texts.flatMap(({ path, text }) =>
      excepted[path] === undefined
        ? houseWords.flatMap(([word, instead]) => {
            const match = word.exec(text)
            return match === null ? [] : [`${path}: "${match[0]}": say ${instead}`]
          })
        : [],
    )
    expect(found).toEqual([])
  })

  it('come in short sentences', async () => {
    const texts = await Promise.all(sources.filter((path) => path.endsWith('.ts')).map(read))
    const lengths = texts
      .flatMap(({ text }) => sentencesOf(text))
      .map((sentence) => sentence.split(' ').length)
      .toSorted((a, b) => a - b)
    expect(lengths.length).toBeGreaterThan(200)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(18)
    expect(lengths.at(-1)).toBeLessThanOrEqual(30)
  })

  it('fill a README of 190 lines at most', async () => {
    const { length } = (await readFile(join(home, 'README.md'), 'utf8')).split('\n')
    expect(length).toBeLessThanOrEqual(190)
  })
})

/** A text on one line: a phrase may go over two lines of a comment. */
async function read(path: string): Promise<{ path: string; text: string }> {
  const text = await readFile(join(home, path), 'utf8')
  return { path, text: text.replaceAll(/\s*\n\s*(?:\*(?!\/)|\/\/|--)?\s*/g, ' ') }
}

/** The sentences of the messages in a source: four words and more, without code and SQL. */
function sentencesOf(source: string): string[] {
  const joined = source
    .replaceAll(/\/\*.*?\*\//g, '')
    .replaceAll(/\$\{[^{}`]*\}/g, 'X')
    .replaceAll(/['`] \+ ['`]/g, '')
  return [...joined.matchAll(/'((?:\\.|[^'\\])*)'|`([^`]*)`/g)]
    .map(([, single, template]) => single ?? template ?? '')
    .flatMap((text) => text.split(/(?<=[.?!]) |\\n/))
    .filter((text) => /^[A-Z]?[a-z]+(?: \S+){3,}$/.test(text) && !isCode.test(text))
}

const isCode = /=>|[{}=]|pg_|\b(?:select|alter|create|from pg|const|return)\b/
