import { setTimeout } from 'node:timers/promises'
import type { Fault } from './fault.ts'
import { complainOfHolder } from './held.ts'
import { everywhere, whileWriting } from './phase-lists.ts'

/** What happens to a connection on its way. */
export const networkFaults: readonly Fault[] = [
  {
    name: 'cut',
    about: 'the connection ends, by a reset or as if the other side had closed it',
    phases: everywhere,
    somePhases: whileWriting,
    strike: async ({ proxy, random }) => {
      const how = random.below(2) === 0 ? 'reset' : 'close'
      proxy.cut(how)
      return { detail: how, outcome: 'any' }
    },
  },
  {
    name: 'freeze',
    about:
      'nothing passes: for up to 2 s, or until the limits of the session have ended it, and then it is reset',
    phases: everywhere,
    somePhases: ['in a statement'],
    strike: async (scene) => {
      const { proxy, random } = scene
      proxy.freeze()
      if (random.below(2) === 0) {
        const milliseconds = 100 + random.below(1900)
        await setTimeout(milliseconds)
        proxy.thaw()
        return { detail: `for ${String(milliseconds)} ms`, outcome: 'succeeds' }
      }
      const complaints = await complainOfHolder(scene, 'a frozen connection')
      proxy.cut('reset')
      proxy.thaw()
      return { detail: 'until its end', outcome: 'any', isDoneByOthers: true, complaints }
    },
  },
  {
    name: 'delay',
    about: 'one request or answer takes up to 1.5 s more',
    phases: ['before the first file', 'before a statement', 'after COMMIT was sent'],
    somePhases: ['before a statement'],
    strike: async ({ random }) => {
      const milliseconds = 50 + random.below(1450)
      await setTimeout(milliseconds)
      return { detail: `of ${String(milliseconds)} ms`, outcome: 'succeeds' }
    },
  },
]
