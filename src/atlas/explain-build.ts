/** Why `go build` failed, as the rest of a sentence about the engine, from what Go said. */
export function explainBuild(said: string): string {
  const known = reasons.find(({ pattern }) => pattern.test(said))
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !ignored.test(line))
  const detail = (lines.at(-1) ?? 'nothing').trim()
  return `cannot be built: ${known?.text ?? 'go build failed'} (Go said: ${detail})`
}

/** The first line repeats the command; the others are the progress of Go. */
const ignored = /^(?:Command failed:|go: downloading |#)/

/** The version of Go comes first: looking for a newer one needs the network too. */
const reasons: readonly { readonly pattern: RegExp; readonly text: string }[] = [
  {
    pattern: /requires go >= |toolchain not available|download go\d/,
    text: 'this Go is too old for it, and cannot download a newer one',
  },
  {
    pattern:
      /dial tcp|no such host|proxyconnect|i\/o timeout|connection re(?:fused|set)|network is unreachable|TLS handshake|GOPROXY=off|server misbehaving/,
    text: 'Go cannot reach the network for the modules, which it needs once',
  },
  {
    pattern: /checksum mismatch|SECURITY ERROR/,
    text: 'a module differs from the one that go.sum pins',
  },
  { pattern: /no space left on device/, text: 'the disk is full' },
]
