import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { filesBelow, home } from '../support/tracked-files.ts'

interface Source {
  readonly path: string
  readonly text: string
}

const library = await Promise.all((await filesBelow('src', '.ts')).map(read))
const besides = await Promise.all(
  [...(await filesBelow('aura', '.ts')), ...(await filesBelow('client', '.ts'))].map(read),
)
const scripts = await Promise.all((await filesBelow('scripts', '.ts')).map(read))

it('every export of the library has a docstring above it', () => {
  expect(library.length).toBeGreaterThan(80)
  const bare = [...library, ...besides].flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index, lines) => {
      const declares = /^export (async )?(function|const|interface|type|class) \w/.test(line)
      return declares && !isEndOfComment(lines[index - 1]) ? [`${path}:${String(index + 1)}`] : []
    }),
  )
  expect(bare).toEqual([])
})

it('one folder knows the client library of PostgreSQL', () => {
  const users = [...library, ...besides, ...scripts].filter(({ text }) =>
    /from '(pg|@databases\/[a-z-]+)'/.test(text),
  )
  const outside = users.filter(({ path }) => !path.startsWith('src/postgres/connection/'))
  expect(users.length).toBeGreaterThan(1)
  expect(outside.map(({ path }) => path)).toEqual(['src/postgres/connect.ts'])
})

it('nothing of the library knows the scripts, and they are short', () => {
  const verbs = scripts.filter(({ path }) => path !== 'scripts/verbs.ts')
  expect(library.filter(({ text }) => text.includes('scripts/')).map(({ path }) => path)).toEqual(
    [],
  )
  expect(verbs.filter(({ text }) => text.split('\n').length > 31).map(({ path }) => path)).toEqual(
    [],
  )
})

async function read(path: string): Promise<Source> {
  return { path, text: await readFile(join(home, path), 'utf8') }
}

function isEndOfComment(line = ''): boolean {
  return line.trim().endsWith('*/')
}
