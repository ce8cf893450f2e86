import type { Fault } from './fault.ts'
import { neighbourFaults } from './neighbours.ts'
import { networkFaults } from './network.ts'
import { serverFaults } from './server.ts'
import { sessionFaults } from './sessions.ts'
import { signalFaults } from './signals.ts'

/** Every kind of fault. */
export const faults: readonly Fault[] = [
  ...networkFaults,
  ...signalFaults,
  ...sessionFaults,
  ...serverFaults,
  ...neighbourFaults,
]
