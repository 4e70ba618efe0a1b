"""An app with jobs: each route blocks the worker in one way, or avoids that in one way."""
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from fastapi import BackgroundTasks, FastAPI
from fastapi.concurrency import run_in_threadpool

app = FastAPI()
pool = []


@app.get("/health")
async def health():
    return {"status": "ok"}


@app.get("/health-def")
def health_def():
    return {"status": "ok"}


@app.get("/blocking")
async def blocking(s: float = 3):
    time.sleep(s)
    return {"slept": s}


@app.get("/plain-def")
def plain_def(s: float = 3):
    time.sleep(s)
    return {"slept": s}


@app.get("/threadpool")
async def threadpool(s: float = 3):
    await run_in_threadpool(time.sleep, s)
    return {"slept": s}


@app.get("/to-thread")
async def to_thread(s: float = 3):
    await asyncio.to_thread(time.sleep, s)
    return {"slept": s}


@app.get("/awaited")
async def awaited(s: float = 3):
    await asyncio.sleep(s)
    return {"slept": s}


async def blocking_task(s: float):
    time.sleep(s)


async def awaiting_task(s: float):
    await asyncio.sleep(s)


def plain_task(s: float):
    time.sleep(s)


@app.get("/task-async")
async def task_async(tasks: BackgroundTasks, s: float = 3):
    tasks.add_task(blocking_task, s)
    return {"queued": True}


@app.get("/task-awaiting")
async def task_awaiting(tasks: BackgroundTasks, s: float = 3):
    tasks.add_task(awaiting_task, s)
    return {"queued": True}


@app.get("/task-def")
async def task_def(tasks: BackgroundTasks, s: float = 3):
    tasks.add_task(plain_task, s)
    return {"queued": True}


def compute(n: int) -> int:
    total = 0
    for i in range(n):
        total += i * i
    return total


@app.get("/cpu-async")
async def cpu_async(n: int = 20_000_000):
    return {"total": compute(n)}


@app.get("/cpu-pool")
async def cpu_pool(n: int = 20_000_000):
    if not pool:
        pool.append(ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")))
    return {"total": await asyncio.get_running_loop().run_in_executor(pool[0], compute, n)}


@app.get("/json")
async def big_json(rows: int = 150_000):
    return {"rows": [{"id": i, "name": "row %d" % i, "ok": True} for i in range(rows)]}


@app.get("/gather")
async def gather(blocking: bool, s: float = 1):
    started = time.perf_counter()
    part = (lambda: blocking_task(s)) if blocking else (lambda: asyncio.to_thread(time.sleep, s))
    await asyncio.gather(part(), part(), part())
    return {"seconds": round(time.perf_counter() - started, 2)}
