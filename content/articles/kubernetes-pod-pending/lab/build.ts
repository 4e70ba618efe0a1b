/**
 * Builds the programs of a control plane from Debian's source package into the cache of the labs, once: Debian packages only the client.
 * Run it with `npx node`. It needs no root, and does not touch the package sources of the system.
 */
import { spawn } from 'node:child_process';
import { cp, glob, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { exists, missingPrograms } from 'faultbook/lab';
import { built, folder, programs, version } from './programs.ts';

const gopath = path.join(folder, 'gopath');
/** Where Go without modules looks for the sources. It is no symbolic link, since Go would follow it out of the GOPATH. */
const tree = path.join(gopath, 'src/k8s.io/kubernetes');
const unpacked = path.join(folder, 'unpacked');
const bin = path.join(folder, 'bin');
const openapi = 'pkg/generated/openapi';
/** The vendored reflect2 crashes with Go 1.18 and later; Debian's package of it does not. */
const reflect2 = 'github.com/modern-go/reflect2';
const debianReflect2 = path.join('/usr/share/gocode/src', reflect2);

const needs = [
  { command: 'apt-get', package: 'apt' },
  { command: 'dpkg-source', package: 'dpkg-dev' },
  { command: 'go', package: 'golang-go' },
];

/** Runs a program in the source tree. Fails when the program fails. Returns what it printed, unless that was shown. */
async function run(argv: readonly string[], { cwd = tree, shown = true } = {}): Promise<string> {
  const [program = '', ...args] = argv;
  if (shown) console.log(`\n$ ${argv.map((word) => (word.length > 200 ? `${word.slice(0, 200)}…` : word)).join(' ')}`);
  const env = { ...process.env, GOPATH: gopath, GO111MODULE: 'off', GOFLAGS: '', GOCACHE: path.join(folder, 'gocache'), CGO_ENABLED: '0' };
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', shown ? 'inherit' : 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  const printed = child.stdout ? await text(child.stdout) : '';
  const code = await ended;
  if (code !== 0) throw new Error(`"${program}" ended with ${code}; see its output above.`);
  return printed;
}

/** Downloads the source package of Debian 12, which apt verifies with Debian's keys, and unpacks it. */
async function fetchSource(): Promise<void> {
  if (await exists(tree)) return;
  const apt = path.join(folder, 'apt');
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'package']) await mkdir(path.join(apt, part), { recursive: true });
  const list = path.join(apt, 'bookworm.list');
  const keys = '/usr/share/keyrings/debian-archive-keyring.gpg';
  await writeFile(list, `deb-src [signed-by=${keys}] http://deb.debian.org/debian bookworm main\n`);
  const settings = {
    'Dir::Etc::SourceList': list,
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::State': path.join(apt, 'state'),
    'Dir::State::Status': '/var/lib/dpkg/status',
    'Dir::Cache': path.join(apt, 'cache'),
    'APT::Sandbox::User': '',
  };
  const aptGet = ['apt-get', ...Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
  const cwd = path.join(apt, 'package');
  await run([...aptGet, 'update'], { cwd });
  await run([...aptGet, 'source', '--download-only', 'kubernetes'], { cwd });
  for await (const description of glob('kubernetes_*.dsc', { cwd })) {
    await rm(unpacked, { recursive: true, force: true });
    await run(['dpkg-source', '-x', '--no-check', description, unpacked], { cwd });
  }
  await mkdir(path.dirname(tree), { recursive: true });
  await rename(unpacked, tree);
}

/** Replaces the vendored reflect2 by Debian's. */
async function replaceReflect2(): Promise<void> {
  const vendored = path.join(tree, 'vendor', reflect2);
  await rm(vendored, { recursive: true, force: true });
  await cp(debianReflect2, vendored, { recursive: true, dereference: true });
}

/** Generates the OpenAPI definitions with the program of the sources, since the package leaves them out. */
async function generateOpenapi(): Promise<void> {
  const file = path.join(tree, openapi, 'zz_generated.openapi.go');
  if (await exists(file)) return;
  const generator = path.join(bin, 'openapi-gen');
  await run(['go', 'build', '-o', generator, './vendor/k8s.io/kube-openapi/cmd/openapi-gen']);
  const marked = await run(['grep', '-rl', '--include=*.go', '+k8s:openapi-gen=true', 'pkg', 'cmd', 'staging/src/k8s.io'], {
    shown: false,
  });
  const files = marked.split('\n').filter((name) => name && !/_test\.go|testdata|code-generator|sample/.test(name));
  const packages = files.map((name) =>
    path.join('k8s.io/kubernetes', path.dirname(name).replace(/^staging\/src\/k8s\.io/, 'vendor/k8s.io')),
  );
  await run([
    generator,
    '--logtostderr',
    ...['--go-header-file', 'hack/boilerplate/boilerplate.generatego.txt'],
    ...['--output-base', path.join(gopath, 'src'), '--output-file-base', 'zz_generated.openapi'],
    ...['--output-package', `k8s.io/kubernetes/${openapi}`, '--report-filename', '/dev/null'],
    ...['--input-dirs', [...new Set(packages)].toSorted().join(',')],
  ]);
}

/** Builds the programs that do not exist yet. */
async function buildPrograms(): Promise<void> {
  const packages = ['client-go/pkg/version', 'component-base/version'].flatMap((name) => [
    `k8s.io/${name}`,
    `k8s.io/kubernetes/vendor/k8s.io/${name}`,
  ]);
  const [major, minor] = version.split('.');
  const values = { gitVersion: `v${version}`, gitMajor: major, gitMinor: minor };
  const stamps = packages.flatMap((name) => Object.entries(values).map(([key, value]) => `-X ${name}.${key}=${value}`));
  for (const program of programs) {
    const file = path.join(bin, program);
    if (await exists(file)) continue;
    await run(['go', 'build', '-p', '2', '-ldflags', ['-s -w', ...stamps].join(' '), '-o', `${file}.new`, `./cmd/${program}`]);
    await rename(`${file}.new`, file);
  }
}

async function build(): Promise<void> {
  const missing = await missingPrograms(needs);
  if (missing) throw new Error(missing);
  if (!(await exists(debianReflect2)))
    throw new Error(`${debianReflect2} not found; on Debian: apt-get install golang-github-modern-go-reflect2-dev`);
  await mkdir(bin, { recursive: true });
  for (const step of [fetchSource, replaceReflect2, generateOpenapi, buildPrograms]) await step();
  await rm(path.join(folder, 'gocache'), { recursive: true, force: true });
  console.log(`\nBuilt ${programs.join(', ')} ${version} into ${bin}.`);
}

if (await built()) console.log(`${programs.join(', ')} ${version} are in ${bin}.`);
else
  await build().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
