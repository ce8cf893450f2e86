import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { filesBelow, home } from '../support/tracked-files.ts'

/** What secrets look like, and the one thing that may stand where a password would. */
const shapes: Readonly<Record<string, RegExp>> = {
  'access token of Google': /\bya29\.[\w-]{8,}/g,
  'refresh token of Google': /\b1\/\/0[\w-]{8,}/g,
  'API key of Google': /\bAIza[\w-]{30,}/g,
  'JSON Web Token': /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}/g,
  'key of Supabase': /\b(sb_secret|sbp)_\w{8,}/g,
  'key of Stripe': /\b[sr]k_live_\w{8,}/g,
  'token of GitHub': /\b(gh[pousr]_\w{20,}|github_pat_\w{20,})/g,
  'key of AWS': /\bAKIA[0-9A-Z]{16}\b/g,
  'private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/g,
  'password in a URL': /\bpostgres(?:ql)?:\/\/[\w%.-]+:(?!PASSWORD@|password@)[\w%.~!*'()-]{3,}@/g,
}

/** What tests of refusals invent: the beginnings of Google's tokens, and URLs of servers that are not there. */
const invented = /^ya29\.a0AfH6SMB|^1\/\/0gdYHp9aQ/
const withUrls = /^test\//

it('no file holds what looks like a secret', async () => {
  const paths = await filesBelow('.')
  expect(paths.length).toBeGreaterThan(200)
  expect((await Promise.all(paths.map(findSecrets))).flat()).toEqual([])
})

it('no file of variables is tracked but the example', async () => {
  const ignored = (await readFile(join(home, '.gitignore'), 'utf8')).split('\n')
  expect(ignored).toEqual(expect.arrayContaining(['.env', '.env.*', '!.env.example', '.local/']))
})

async function findSecrets(path: string): Promise<string[]> {
  const text = await readFile(join(home, path), 'utf8')
  return Object.entries(shapes)
    .filter(([name]) => name !== 'password in a URL' || !withUrls.test(path))
    .flatMap(([name, shape]) => (text.match(shape) ?? []).map((match) => ({ name, match })))
    .filter(({ match }) => !invented.test(match))
    .map(({ name, match }) => `${path}: ${name}: ${match}`)
}
