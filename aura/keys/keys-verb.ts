import { environmentWord } from '../../src/cli/arguments.ts'
import { askSecret } from '../../src/cli/ask.ts'
import { contextOf } from '../../src/cli/command-context.ts'
import type { Call, Outcome, Verb } from '../../src/cli/verb.ts'
import { keysCommand } from './keys-command.ts'
import { placeKeysRequest } from './keys-request.ts'
import { exitOf, renderKeys } from './render-keys.ts'

/** The verb about the keys that tokens are encrypted with. */
export const keysVerb = {
  name: 'keys',
  about: 'register, retire and replace the keys that tokens are encrypted with',
  words: [
    {
      name: 'action',
      about: 'generate, register, retire, rotate, remove or check',
      required: true,
    },
    { name: 'version', about: 'of the key: for generate (1), retire and remove' },
    environmentWord,
  ],
  flags: [
    {
      name: 'batch',
      type: 'string',
      value: 'ROWS',
      about: 'how many tokens rotate and check take at once (1000)',
    },
    {
      name: 'yes',
      type: 'string',
      value: 'ENVIRONMENT',
      about: 'answer the question before a change of production',
    },
  ],
  examples: [
    ['npm run --silent keys generate 2', 'print a new key, which is stored nowhere'],
    ['npm run keys register staging', 'ask for that line, unseen, and store its fingerprint'],
    ['npm run keys register <key.txt', 'the same from standard input'],
    ['npm run keys retire 1', 'store no new token of version 1'],
    ['npm run keys rotate', 'encrypt the tokens of retired versions again'],
    ['npm run keys remove 1', 'forget a retired version that no token names'],
    ['npm run keys check', 'count the tokens, and try to open each; exit 2 if one stays closed'],
  ],
} as const satisfies Verb

/** Runs the verb. */
export async function runKeys(call: Call): Promise<Outcome> {
  const request = await placeKeysRequest(call)
  const askKey = async (): Promise<string> => {
    call.progress.end()
    return askSecret('The key, as npm run keys generate printed it (it is not shown): ')
  }
  const result = await keysCommand(contextOf(call), request, askKey)
  return { value: result, text: (paint) => renderKeys(result, paint), exit: exitOf(result) }
}
