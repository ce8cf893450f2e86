import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bundleOf } from '../../src/cli/bundle.ts'
import { startProgram } from '../support/cli.ts'

let home = ''

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'bundle-'))
  await write('greeting.ts', `export const greeting: string = 'hello'`)
  await write('beside.txt', 'from beside')
  await write(
    'script.ts',
    `import { readFileSync } from 'node:fs'
     import { greeting } from './greeting.ts'
     console.log(greeting, readFileSync(import.meta.dirname + '/beside.txt', 'utf8'), import.meta.url)`,
  )
})

afterEach(async () => {
  await rm(home, { recursive: true })
})

describe('the bundle of a script', () => {
  it('does what the script does, and its modules find the files beside their sources', async () => {
    const said = await run(await bundle())
    expect(said).toBe(`hello from beside file://${join(home, 'script.ts')}\n`)
  })

  it('is taken again while no file of it changes', async () => {
    const first = await bundle()
    const before = await readFile(first)
    await utimes(join(home, 'greeting.ts'), 1, 1)
    expect(await bundle()).toBe(first)
    expect(await readFile(first)).toEqual(before)
    expect(await bundles()).toHaveLength(1)
  })

  it('is built again when a file of it changes, and replaces the older one', async () => {
    const first = await bundle()
    await write('greeting.ts', `export const greeting: string = 'howdy'`)
    const second = await bundle()
    expect(second).not.toBe(first)
    expect(await run(second)).toMatch(/^howdy /)
    expect(await bundles()).toHaveLength(1)
  })

  it('is taken again by those who may not note that it is whole', async () => {
    const first = await bundle()
    // A file of the same content has another time; a folder stands where the note is written.
    await write('greeting.ts', `export const greeting: string = 'hello'`)
    const [note = ''] = (await readdir(join(home, 'bundles'))).filter((name) =>
      name.endsWith('.json'),
    )
    await mkdir(join(home, 'bundles', `${note}.${String(process.pid)}`))
    expect(await bundle()).toBe(first)
  })

  it('is built again when somebody removed it', async () => {
    await rm(await bundle())
    expect(await run(await bundle())).toMatch(/^hello /)
  })

  it('tells the place of an error in the sources', async () => {
    await write(
      'greeting.ts',
      `type Nothing = never\n\nexport const greeting: Nothing = fail()\nfunction fail(): never { throw new Error('broken') }`,
    )
    const path = await bundle()
    await write(
      'start.mjs',
      `import { mapStacks } from ${JSON.stringify(join(import.meta.dirname, '../../src/cli/mapped-stack.mjs'))}
       mapStacks(${JSON.stringify(pathToFileURL(path).href)})`,
    )
    const program = [process.execPath, '--import', join(home, 'start.mjs'), path]
    const { stderr } = await startProgram(program, { cwd: home }).ran
    expect(stderr).toContain('Error: broken')
    expect(stderr).toContain(join(home, 'greeting.ts:4:'))
  })

  it('is the same for many who build it at once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, bundle))
    expect(new Set(all).size).toBe(1)
    expect(await run(all[0])).toMatch(/^hello /)
  })
})

describe('a script without a bundle', () => {
  it('is one with a mistake, which Node tells better', async () => {
    await write('greeting.ts', 'export const greeting = (')
    expect(await bundleOf(join(home, 'script.ts'), join(home, 'bundles'))).toBeUndefined()
  })

  it('is one of which a file is gone, until that is there again', async () => {
    await bundle()
    await rm(join(home, 'greeting.ts'))
    expect(await bundleOf(join(home, 'script.ts'), join(home, 'bundles'))).toBeUndefined()
    await write('greeting.ts', `export const greeting: string = 'again'`)
    expect(await run(await bundle())).toMatch(/^again /)
  })

  it('is one whose bundles have no place', async () => {
    await write('file', '')
    expect(await bundleOf(join(home, 'script.ts'), join(home, 'file'))).toBeUndefined()
  })
})

async function bundle(): Promise<string> {
  const path = await bundleOf(join(home, 'script.ts'), join(home, 'bundles'))
  expect(path).toBeDefined()
  return path ?? ''
}

async function bundles(): Promise<string[]> {
  return (await readdir(join(home, 'bundles'))).filter((name) => name.endsWith('.mjs'))
}

async function run(path = ''): Promise<string> {
  const { stdout } = await startProgram([process.execPath, path], { cwd: home }).ran
  return stdout
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(join(home, name), text)
}
