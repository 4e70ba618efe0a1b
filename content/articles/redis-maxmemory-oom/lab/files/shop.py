"""A Celery application; run as a program, it publishes a task. The port comes from the environment."""
import os
import traceback

import celery
import kombu

url = f"redis://127.0.0.1:{os.environ['REDIS_PORT']}"
app = celery.Celery("shop", broker=f"{url}/0", backend=f"{url}/1")


@app.task
def add(a, b):
    return a + b


if __name__ == "__main__":
    print(celery.__version__, kombu.__version__)
    try:
        add.apply_async((1, 2), retry=False)
    except kombu.exceptions.OperationalError:
        traceback.print_exc()
