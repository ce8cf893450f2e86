import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { auraVerbs } from '../../aura/verbs.ts'
import { loadProject } from '../../src/files/project.ts'
import { filesBelow, home } from '../support/tracked-files.ts'

/** What the library must not know: the project's name, and every name of its tables, functions and types. */
const project = await loadProject(home)
const objects = (
  await Promise.all(
    ['tables', 'functions', 'types', 'views'].map(async (kind) =>
      filesBelow(join('schema', kind), '.sql'),
    ),
  )
).flat()
const names = [...new Set([project.name, ...objects.map(bareName)])]

/** A script may start a verb of the project: that import names it. */
const ownImport = / from '\.\.\/aura\/[^']+'/g

/** A verb of the project may have its name: its script is called as the verb is. */
const ownVerbs = Object.keys(auraVerbs)
  .filter((name) => name.includes(project.name))
  .flatMap((name) => [name, name.replace(':', '-')])

it('src/ and scripts/ name nothing of the project whose database they keep', async () => {
  expect(names.length).toBeGreaterThan(50)
  const whole = new RegExp(names.map(patternOf).join('|'), 'gi')
  const found: string[] = []
  for (const path of [...(await filesBelow('src')), ...(await filesBelow('scripts'))]) {
    const text = (await readFile(join(home, path), 'utf8')).replaceAll(ownImport, '')
    const foreign = ownVerbs.reduce((all, verb) => all.replaceAll(verb, ''), `${path}\n${text}`)
    found.push(...[...foreign.matchAll(whole)].map(([match]) => `${path}: ${match}`))
  }
  expect(found).toEqual([])
})

/** A word of everyday language is a name only where it stands as one: `profiles`, public.profiles, profiles.sql. */
function patternOf(name: string): string {
  const everyday = /^[a-z]+$/.test(name) && name !== project.name
  return everyday
    ? String.raw`['"\`]${name}['"\`]|\b(?:${project.schemas.join('|')})\.${name}\b|\b${name}\.sql\b`
    : String.raw`\b${name}\b`
}

/** `schema/functions/private.days_ago.sql` is `days_ago`. */
function bareName(path: string): string {
  return basename(path, '.sql').split('.').at(-1) ?? ''
}
