"""A background task that says when it is done, in a file."""
import time

from fastapi import BackgroundTasks, FastAPI

app = FastAPI()


def work():
    time.sleep(8)
    open("finished", "w").close()


@app.get("/work")
async def start(tasks: BackgroundTasks):
    tasks.add_task(work)
    return {"started": True}
