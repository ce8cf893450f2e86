import { setTimeout } from 'node:timers/promises'
import type { Fault, Outcome } from './fault.ts'
import { complainOfHolder } from './held.ts'
import { everywhere, whileWriting } from './phase-lists.ts'

/** What happens to the process of the tool. */
export const signalFaults: readonly Fault[] = [
  {
    ...bySignal('SIGKILL', 'the process ends at once', 'killed'),
    phases: everywhere,
    somePhases: whileWriting,
  },
  bySignal('SIGTERM', 'the process is asked to end', 'interrupted'),
  {
    ...bySignal('SIGINT', 'somebody presses Ctrl-C', 'interrupted'),
    phases: everywhere,
    somePhases: whileWriting,
  },
  {
    name: 'SIGSTOP',
    about:
      'the process stands still: for up to 2 s, or until the limits of its session have ended it',
    phases: everywhere,
    somePhases: ['after COMMIT was sent'],
    strike: async (scene) => {
      const { running, random } = scene
      running.child.kill('SIGSTOP')
      const isShort = random.below(2) === 0
      const milliseconds = 100 + random.below(1900)
      if (isShort) await setTimeout(milliseconds)
      const complaints = isShort ? [] : await complainOfHolder(scene, 'a stopped process')
      running.child.kill('SIGCONT')
      return isShort
        ? { detail: `for ${String(milliseconds)} ms`, outcome: 'succeeds' }
        : { detail: 'until its session ended', outcome: 'any', isDoneByOthers: true, complaints }
    },
  },
]

function bySignal(signal: NodeJS.Signals, about: string, outcome: Outcome): Fault {
  return {
    name: signal,
    about,
    phases: ['before the first file', 'in a statement', 'before COMMIT is sent'],
    somePhases: ['in a statement'],
    strike: async ({ running }) => {
      running.child.kill(signal)
      return { detail: '', outcome }
    },
  }
}
