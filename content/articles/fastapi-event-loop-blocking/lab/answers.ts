/** Answers that wait for the end of the background task, and what sends them at once. */
import assert from 'node:assert/strict';
import { type Bench, type Scenario, varying } from 'faultbook/lab';
import { needs, serve, serveBy, writeApp, type AppParts, type Server } from './server.ts';

const start = 'import asyncio, time\nfrom fastapi import BackgroundTasks, FastAPI\napp = FastAPI()';
const middleware = '@app.middleware("http")\nasync def timing(request, call_next):\n    return await call_next(request)\n';
const routes = `
@app.get("/notify", status_code=202)
async def notify(tasks: BackgroundTasks):
    tasks.add_task(send_report, "ada@example.org")
    return {"message": "queued"}

@app.get("/health")
async def health():
    return {"status": "ok"}
`;
const both = 'async def send_report(address):\ndef send_report(address):';
const plainTask: AppParts = {
  before: start,
  article: { 'plain-task': { replace: { [both]: 'def send_report(address):' } } },
  after: routes,
};
const blockingTask: AppParts = {
  before: start,
  article: { 'plain-task': { replace: { [both]: 'async def send_report(address):' } } },
  after: routes,
};
const patientTask = 'async def send_report(address):\n    await asyncio.sleep(3)\n';

async function timed(bench: Bench, label: string, { address }: Server): Promise<{ text: string; seconds: number[] }> {
  const { text } = await bench.run(label, { values: { address } });
  return { text, seconds: text.trim().split('\n').map(Number) };
}

export const held: Scenario = {
  name: 'uvloop keeps the answer until a blocking task ends; the asyncio loop or a plain def task does not',
  needs,
  async run(bench) {
    await writeApp(bench, blockingTask);
    const uvloop = await serve(bench, ['--loop', 'uvloop']);
    const late = await timed(bench, 'time-the-answer', uvloop);
    bench.capture('answer-held-back', late.text, { varies: [varying.numbers] });
    bench.observes('fastapi-response-waits-for-background-task', 'answer-held-back');
    assert.ok((late.seconds[0] ?? 0) >= 2.9, late.text);
    await uvloop.running.stop();

    const asyncio = await serveBy(bench, 'start-on-asyncio-loop');
    const prompt = await timed(bench, 'time-two-answers', asyncio);
    assert.ok((prompt.seconds[0] ?? 9) < 1.5, prompt.text);
    // As the article says, a blocking task still delays the second answer.
    assert.ok((prompt.seconds[1] ?? 0) > 1.5, prompt.text);
    await asyncio.running.stop();

    await writeApp(bench, plainTask);
    const plain = await serve(bench, ['--loop', 'uvloop']);
    const { text, seconds } = await timed(bench, 'time-two-answers', plain);
    assert.ok(Math.max(...seconds) < 1.5, text);
  },
};

export const kept: Scenario = {
  name: 'middleware of an old Starlette keeps the connection until the task ends',
  needs,
  async run(bench) {
    await writeApp(bench, { before: start, after: `${middleware}${patientTask}${routes}` });
    const old = await serve(bench);
    const waits = await timed(bench, 'time-two-answers', old);
    bench.capture('second-answer-waits', waits.text, { varies: [varying.numbers] });
    bench.observes('fastapi-response-waits-for-background-task', 'second-answer-waits');
    assert.ok((waits.seconds[0] ?? 9) < 1.5 && (waits.seconds[1] ?? 0) > 1.5, waits.text);
    await old.running.stop();

    await writeApp(bench, { before: start, after: `${patientTask}${routes}` });
    const without = await timed(bench, 'time-two-answers', await serve(bench));
    assert.ok(Math.max(...without.seconds) < 1.5, without.text);
  },
};
