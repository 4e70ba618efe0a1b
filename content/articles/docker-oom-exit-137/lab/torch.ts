/** PyTorch: data loaders whose workers are killed, and models that are loaded under a limit. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Bench, exists, labCache, type Scenario } from 'faultbook/lab';
import { buildImage, onDocker, startDocker } from './engine.ts';
import { varies } from './kills.ts';

const onTorch = {
  ...onDocker,
  needs: [...onDocker.needs, { command: 'debootstrap', package: 'debootstrap' }],
  onDemand: 'the image with PyTorch has 1.5 GB, and debootstrap takes some minutes to make it',
  seconds: 1_200,
};

/** The model that `load.py` of the article builds: 384 MiB in float32. */
const build = `from torch import nn
def build_model():
    return nn.Sequential(*[nn.Linear(4096, 4096, bias=False) for _ in range(6)])
`;
/** Runs one inference, which reads all weights, and prints the peak of memory in MiB. */
const use = `
import resource
with torch.no_grad():
    model(torch.ones(1, 4096, dtype=next(model.parameters()).dtype))
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)`;
const copying = `${build}import torch
model = build_model()
model.load_state_dict(torch.load("weights.pt", map_location="cpu"))`;
const save = `${build}import torch
torch.save(build_model().state_dict(), "weights.pt")
torch.save(build_model().half().state_dict(), "weights16.pt")`;
/** The article's table: ways of loading a model, with the peak of each in MiB. */
const ways = [
  { script: 'copying.py', way: 'build, torch.load, load_state_dict', near: 1014 },
  { script: 'read.py', way: 'build on meta, torch.load, assign=True', near: 661 },
  { script: 'load.py', way: 'the same with mmap=True (load.py)', near: 661 },
  { script: 'half.py', way: 'float16 checkpoint, meta, assign=True', near: 470 },
];
const loader = `import sys, torch
from torch.utils.data import DataLoader, Dataset

class Big(Dataset):
    def __len__(self):
        return 8

    def __getitem__(self, index):
        if sys.argv[1] == "private":
            kept = bytearray(900 << 20)
        return torch.ones(12_000_000)

for batch in DataLoader(Big(), batch_size=2, num_workers=2):
    print(batch.shape)`;

/** Starts Docker and imports the image with PyTorch, which is made once, as `torch:lab`. */
async function startTorch(bench: Bench, files: Readonly<Record<string, string>>): Promise<void> {
  await startDocker(bench);
  const archive = path.join(labCache(), 'docker-torch-debian-13.tar');
  if (!(await exists(archive))) {
    await mkdir(labCache(), { recursive: true });
    const making = await bench.start(['sh', path.join(import.meta.dirname, 'files', 'torch.sh'), archive]);
    assert.equal(await making.ended, 0, making.output().slice(-2_000));
  }
  const importing = await bench.start(['docker', 'import', archive, 'torch:lab']);
  assert.equal(await importing.ended, 0, importing.output());
  await buildImage(bench, 'trainer', files, 'torch:lab');
  const version = 'import torch, platform; print(torch.__version__, platform.python_version())';
  const { text } = await bench.exec(['docker', 'run', '--rm', 'trainer', 'python3', '-c', version]);
  bench.uses('PyTorch', /^[\d.]*\d/.exec(text)?.[0] ?? 'unknown');
}

const run = (options: readonly string[], script: readonly string[]) => [
  'docker',
  'run',
  '--rm',
  ...options,
  'trainer',
  'python3',
  ...script,
];
const limit = (size: string) => ['--memory', size, '--memory-swap', size];

export const torch: Scenario[] = [
  {
    name: 'data loaders lose workers to small shared memory and to the limit',
    ...onTorch,
    async run(bench) {
      await startTorch(bench, { 'loader.py': loader });
      const small = await bench.exec(run([], ['loader.py', 'shared']), { code: 1 });
      // One of the two workers prints the error, or both do.
      bench.capture('loader-bus-error', small.text, { varies: [...varies, /^ERROR: .*\n/gm] });
      bench.reproduces('python-dataloader-bus-error-shm', 'loader-bus-error');
      assert.match((await bench.exec(run(['--shm-size=1g'], ['loader.py', 'shared']))).text, /torch\.Size/);
      const killed = await bench.exec(run(['--shm-size=1g', ...limit('1g')], ['loader.py', 'private']), { code: 1 });
      bench.capture('loader-killed', killed.text, { varies });
      bench.reproduces('python-dataloader-worker-killed', 'loader-killed');
    },
  },
  {
    name: 'a model is loaded with and without a second copy',
    ...onTorch,
    async run(bench) {
      const layers = { 'import torch\n': `${build}import torch\n` };
      await bench.file('load-py', 'builds/trainer/app/load.py', { replace: layers });
      await bench.file('load-py', 'builds/trainer/app/read.py', { replace: { ...layers, ', mmap=True': '' } });
      await bench.file('load-py', 'builds/trainer/app/half.py', {
        replace: { ...layers, ', mmap=True': '', 'weights.pt': 'weights16.pt' },
      });
      await startTorch(bench, { 'copying.py': copying, 'save.py': save });
      await bench.exec(['docker', 'run', '--name', 'saver', 'trainer', 'python3', 'save.py']);
      await bench.exec(['docker', 'commit', 'saver', 'trainer']);
      const withPeak = (script: string, size?: string, code = 0) =>
        bench.exec(run(size ? limit(size) : [], ['-c', `exec(open("${script}").read())${use}`]), { code });
      const peaks: string[] = [];
      for (const { script, way, near } of ways) {
        const peak = Number(/peak (\d+)/.exec((await withPeak(script)).text)?.[1]);
        assert.ok(Math.abs(peak / near - 1) < 0.05, `${way} peaks at ${peak} MiB, the article's table has ${near}`);
        peaks.push(`${way}: peak ${peak} MiB`);
      }
      const killed = await withPeak('copying.py', '750m', 137);
      await withPeak('read.py', '750m');
      await withPeak('load.py', '420m');
      peaks.push(`${ways[0]?.way ?? ''}, limit 750 MiB: exit code ${killed.code}`);
      bench.capture('load-peaks', peaks.join('\n'), { varies });
      bench.observes('python-model-load-killed-silently', 'load-peaks');
      assert.match((await bench.run('load-under-limit', { values: { image: 'trainer' } })).text, /exit code 0/);
    },
  },
];
